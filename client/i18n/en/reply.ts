import type { reply as german } from '../de/reply.ts'

export const reply: typeof german = {
  rating: {
    title: 'Are you content?',
    hint: 'Optional. Your answer helps us to get better.',
    question: 'How content are you with the outcome?',
    steps: ['not at all', 'rather not', 'partly', 'rather yes', 'very'],
    send: 'Send answer',
    thanks: 'Thank you for your answer.',
    given: (words) => `Your answer: ${words}. You can still change it.`,
    unhappy: 'Is the matter not settled for you? Then object. We will look into it once more.',
  },
  objection: {
    title: 'Do you disagree?',
    hint: (until) => `You can object until ${until}. Then we will look at it once more.`,
    question: 'What is not right yet?',
    send: 'Send objection',
    sent: 'We have received your objection.',
    open: (since) => `Your objection of ${since} is being looked into. You will hear from us.`,
    once: 'You have already objected to this outcome. Our answer stands in the history.',
    over: 'The time for an objection is over.',
    reach: 'You can still reach us:',
  },
  withdraw: {
    link: 'Withdraw report',
    title: 'Withdraw this report?',
    text: 'Nobody will work on it after that. As far as it is public already, it stays visible as “withdrawn”.',
    undoable: 'You can undo this for 30 minutes.',
    reason: 'Why do you withdraw it?',
    reasonHint: 'Only the town hall reads this.',
    send: 'Withdraw',
    keep: 'Do not withdraw',
    done: 'Withdrawn. Would you like to undo this?',
    undo: 'Undo',
    undone: 'Your report goes on.',
  },
  expired: (until) => `The time for your answer ended on ${until}. We carry on with what we know.`,
}
