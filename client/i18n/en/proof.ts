import type { proof as german } from '../de/proof.ts'

export const proof: typeof german = {
  navigation: 'Proof of erasure',
  title: 'Proof of erasure',
  lead: 'What was erased when its time was over, or on request. Counted, without a word of any content.',
  parts: { contact: 'Contact details', text: 'Texts', photos: 'Photos' },
  state: {
    fine: 'Nothing is overdue.',
    overdue: (n) => (n === 1 ? 'One erasure is overdue.' : `${n} erasures are overdue.`),
    overdueText: 'The next run makes up for it. If it stays so, ask the operator.',
    failed: 'The last run did not work.',
    failedText: 'It is repeated by itself. If it stays so, ask the operator.',
  },
  last: (when) => `Last run: ${when}.`,
  never: 'No run yet.',
  next: (when) => `Next run: ${when}.`,
  unplanned: 'No run is planned yet. That happens within an hour.',
  soon: {
    title: 'In the next 30 days',
    count: (n) => (n === 1 ? '1 report' : `${n} reports`),
    overdue: (n) => `overdue: ${n}`,
  },
  done: {
    title: 'Erased by month',
    none: 'Nothing has been erased so far.',
    month: 'Month',
    part: 'What',
    erased: 'Erased',
    onTime: 'On time',
    onRequest: 'On request',
    hint: 'On time means: at the latest on the day after the period ends. Older months are in the table to download.',
    download: 'Download as a table (CSV)',
  },
  spans: {
    title: 'Your periods',
    text: (contact, text, photos) =>
      `Months after the end of a report: contact details ${contact}, texts ${text}, photos ${photos}.`,
    category: (name, contact, text, photos) => `${name}: contact details ${contact}, texts ${text}, photos ${photos}.`,
    file: 'The periods stand in your town’s file under retention.',
  },
}
