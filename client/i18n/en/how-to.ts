import type { howTo as german } from '../de-simple/how-to.ts'

export const howTo: typeof german = {
  title: 'How to report something',
  lead: 'This page is in simple words.',
  switch: 'All pages in easy German',
  what: {
    title: 'What can I report?',
    broken: 'Something is broken. For example: a hole in the road.',
    dirt: 'There is rubbish somewhere.',
    idea: 'You have an idea for your town.',
  },
  danger: 'Do not report danger here. There is not always somebody to read it.',
  steps: {
    title: 'How it works',
    open: 'Press “Report an issue”.',
    write: 'Write: what have you seen?',
    topic: 'Choose a category.',
    place: 'Show the place on the map. Or write down the street.',
    contact: 'Add your e-mail address. In most cases you need not.',
    send: 'Press the button “Send report”.',
  },
  after: {
    title: 'What happens next?',
    number: 'You get a number and a secret link.',
    link: 'Keep the link. It shows you how far things are.',
    answer: 'The right department reads your report.',
    mail: 'Did you give your e-mail address? Then we write to you.',
  },
  afterNotJoined: 'Your town has not joined yet. The town hall gets your report by e-mail. It may not answer.',
  unreachable: 'Your town has not joined yet. So you cannot report anything here yet.',
  data: 'You need no password. We never show your name.',
  help: 'Do you need help?',
}
