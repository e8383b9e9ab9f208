import type { FollowMailFacts, after as german } from '../de/after.ts'

const matter = ({ number, category, place }: FollowMailFacts) =>
  place ? `#${number} “${category}” (${place})` : `#${number} “${category}”`

export const after: typeof german = {
  follow: {
    title: 'Does it concern you too?',
    concerns: 'Concerns me too',
    counted: (n) => (n === 1 ? 'Concerns 1 more person' : `Concerns ${n} more people`),
    thanks: 'Counted. Thank you for telling us.',
    undo: 'Take it back',
    undone: 'Taken back.',
    notify: 'Follow by e-mail',
    notifyHint: 'We only write when something happens. Your address stays with the administration.',
    email: 'E-mail address',
    submit: 'Follow',
    sent: 'Look into your mailbox: confirm with the link in our e-mail. It works for 48 hours.',
    emailMissing: 'Enter your e-mail address.',
    page: {
      title: {
        unconfirmed: 'Follow this report?',
        following: 'You are following this report',
        ended: 'You no longer follow this report',
        unknown: 'There is no such link',
      },
      text: {
        unconfirmed: 'One more click. Then we write to you when something happens.',
        following: 'We write to you when something happens.',
        ended: 'You get no more e-mails about it.',
        unknown: 'Perhaps a piece is missing at its end, or it ran out after 48 hours.',
      },
      about: (number) => `This is about report #${number}.`,
      confirm: 'Yes, follow',
      end: 'Stop following',
      see: 'See the report',
    },
    mail: {
      greeting: 'Hello,',
      confirmSubject: (number) => `Please confirm: follow report #${number}`,
      confirmText: (f) =>
        `somebody would like to follow report ${matter(f)} with this address. If that was not you, simply do nothing: after 48 hours we forget the address.`,
      confirmLink: 'Confirm:',
      seeLink: 'See the report:',
      endLink: 'Would you like no more e-mails about it?\nStop following:',
      scheduled: (f) => ({
        subject: `Report #${f.number}: planned for ${f.date}`,
        paragraphs: [`the work on report ${matter(f)} is planned for ${f.date}.`, f.answer],
      }),
      partner_involved: (f) => ({
        subject: `Report #${f.number} is now with ${f.partner}`,
        paragraphs: [`report ${matter(f)} is now with ${f.partner}.`],
      }),
      answered: (f) => ({
        subject: `Report #${f.number}: an answer`,
        paragraphs: [`there is an answer about report ${matter(f)}:`, f.answer],
      }),
      closed: (f) => ({
        subject: `Report #${f.number} is done`,
        paragraphs: [`report ${matter(f)} is done.`, f.answer],
      }),
      declined: (f) => ({
        subject: `Report #${f.number}: why we are not taking action`,
        paragraphs: [`we have looked into report ${matter(f)} and are closing it without action.`, f.answer],
      }),
      handed_over: (f) => ({
        subject: `Report #${f.number} is now with ${f.partner}`,
        paragraphs: [`we are not the ones in charge of report ${matter(f)}. Handed over to: ${f.partner}.`, f.answer],
      }),
      reopened: (f) => ({
        subject: `Report #${f.number} is being worked on again`,
        paragraphs: [`we are taking care of report ${matter(f)} once more.`],
      }),
      merged: (f) => ({
        subject: `Report #${f.number} was merged with #${f.into}`,
        paragraphs: [`report ${matter(f)} is the same as #${f.into}. From now on you hear what happens there.`],
      }),
    },
  },

  affairs: {
    title: 'Your report',
    changedMind: 'This has just changed. Here is how it stands now.',
    stopMails: 'End the e-mails',
  },

  merged: {
    note: (number) => `Merged with #${number}.`,
    goesOn: 'How it goes on stands there.',
    see: (number) => `See #${number}`,
    own: (number) => `Your report was merged with #${number}. Status and history below are those of both.`,
  },

  expired: {
    title: 'The time for your answer is over.',
    text: 'We carry on with what we know.',
  },

  withdraw: {
    link: 'Withdraw the report',
    title: 'Withdraw the report?',
    consequence: 'Then nobody works on it any more. Its history says “Withdrawn”.',
    undoable: 'You can undo it for 30 minutes.',
    reason: 'Why?',
    reasonHint: 'Only the administration reads this.',
    submit: 'Withdraw',
    back: 'Better not',
    done: 'Withdrawn. Would you like to undo that?',
    undo: 'Undo',
    undoUntil: (time) => `You can until ${time}.`,
    undone: 'Your report is back as it was before.',
    over: 'The 30 minutes are over. Please report it again if it is still there.',
  },

  objection: {
    title: 'Do you disagree?',
    text: (date) => `Until ${date} you can tell us why. We will look at it once more.`,
    label: 'What is wrong?',
    hint: 'Those in charge read this. It does not become public.',
    submit: 'Object',
    missing: 'Write shortly what is wrong.',
    waits: 'Your objection has arrived. We look at it once more and answer you.',
    answered: 'We have decided on your objection. The answer stands in the history.',
    over: (town) => `The 28 days to object are over. Is something still open? Talk to us: ${town}.`,
  },

  rating: {
    title: 'Are you content?',
    legend: 'How content are you with the result?',
    steps: {
      1: 'Not at all content',
      2: 'Rather not content',
      3: 'Partly',
      4: 'Rather content',
      5: 'Very content',
    },
    submit: 'Send answer',
    change: 'Change answer',
    missing: 'Choose an answer.',
    thanks: 'Thank you. Your answer has arrived.',
    objectInstead: 'Should something more be done? Tell us right below.',
    mailLink: 'Are you content? Answer with two clicks:',
  },
}
