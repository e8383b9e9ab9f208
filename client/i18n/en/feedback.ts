import type { feedback as german } from '../de/feedback.ts'

export const feedback: typeof german = {
  link: 'Report a barrier',
  text: 'What does not work?',
  textHint: 'For example: “The button cannot be reached by keyboard.”',
  page: 'On which page?',
  pageHint: 'Its address or a few words are enough.',
  email: 'Your e-mail address',
  emailHint: 'Only if you would like an answer.',
  send: 'Send',
  sending: 'Sending …',
  privacy: 'Your words go by e-mail to those in charge. With us they are erased seven days later.',
  textMissing: 'Describe in a few words what does not work.',
  tooMany: 'A great many people are writing right now. Please try again in an hour, or write an e-mail.',
  thanks: {
    title: 'Thank you, your words have arrived.',
    answer: (days) => `You will get an answer within ${days} days at the latest.`,
    noAnswer: (days) =>
      `You gave no e-mail address, so we cannot answer you. What you wrote is looked into within ${days} days at the latest.`,
    enforcement: 'No answer, or one that does not help? Then you can turn to this body free of charge:',
    back: 'To the accessibility statement',
    start: 'To the overview',
  },
  mail: {
    subject: (official) => `Barrier in the reporting pages: ${official}`,
    greeting: 'Hello,',
    why: (official) => `somebody has found a barrier on the reporting pages. Town: ${official}. They write:`,
    page: 'Page',
    language: 'Language of the page',
    answerTo: (email, until) => `Please answer to ${email} by ${until}, and name the enforcement body of your Land.`,
    noAnswer: 'No e-mail address was given for an answer.',
    closing: 'Kind regards',
  },
}
