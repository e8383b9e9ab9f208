import type { topics as german } from '../de/topics.ts'

export const topics: typeof german = {
  title: ({ name }) => `What you can report in ${name}`,
  all: 'All topics',
  lead: 'Every topic tells you who takes care of it and how long it takes.',
  description: (official) => `All topics you can report on. A service of ${official}.`,
  searchLabel: 'Find a topic',
  searchHint: 'For example lamp',
  none: (q) => `There is no topic of its own for “${q}”`,
  noneText: 'Write to us all the same. We will find out who takes care of it.',
  found: (n) => (n === 1 ? '1 topic found' : `${n} topics found`),
  showAll: 'Show all topics',

  reportTitle: (category, { name }) => `${category}: report it in ${name}`,
  orderTitle: (category, { name }) => `${category} in ${name}`,
  topicDescription: (category, { name }) =>
    `${category} in ${name}: who takes care of it, what happens next and how long it takes.`,
  topicLead: 'One sentence and the place are enough. No account needed.',
  orderLead: 'We need your address and a way to reach you.',
  report: 'Report it now',
  order: 'Order it now',
  restingTitle: 'This is not possible right now',
  reportOther: 'Report something else',
  onCall: 'On call',

  duration: 'How long does it take?',
  days: (n) => (n === 1 ? '1 day' : `${n.toLocaleString('en')} days`),
  half: 'Half of them were done this quickly.',
  nineOfTen: (n) => `Nine out of ten were done after ${n === 1 ? 'one day' : `${n.toLocaleString('en')} days`}.`,
  cases: (n) => `Counted: ${n.toLocaleString('en')} reports of 12 months.`,
  tooFew: 'Too few were completed in the last 12 months to say so honestly.',
  notCounted: 'Such reports are not public. That is why we give no figures.',

  next: 'What happens next?',
  check: 'We check it',
  checkText: (days) =>
    days === 1 ? 'You have an answer on the next working day.' : `You have an answer within ${days} working days.`,
  care: 'We take care of it',
  careText: (department) => `In charge: ${department}. What is not ours we pass on.`,
  tell: 'We let you know',
  tellText: 'With an e-mail address we write to you. Without one you see the status by your link.',
  tellByLink: 'You see the status at any time by your link.',

  inCharge: 'Who is in charge?',
  usually: 'As a rule',
  whereNamed: (place) => `In the area ${place}`,
  inPart: 'In a part of the area',
  answered: (question, answer) => `${question} ${answer}`,
  or: ' or ',
  county: 'the county',
  noNeedToKnow: 'You need not know this. We pass it on.',

  publicTitle: 'What is public?',
  orderNeverPublic: 'Nothing. An order stays between you and us.',
  neverPublic: 'Nothing. Only you and the people in charge see such reports.',
  latest: 'Reported lately',
  noneYet: 'Nothing has been reported about this yet.',
  allOf: (n) => (n === '1' ? 'The one report in the list' : `All ${n} reports about it`),

  share: {
    report: (category, status, place) => `${category} ${place}. Status: ${status}.`,
    inTown: ({ name }) => `in ${name}`,
    inDistrict: (district, { name }) => `in the area ${district}, ${name}`,
    copy: 'Copy link',
    copied: 'Link copied',
    address: 'Address of this page',
  },
}
