/** The binding standard, requirement by requirement. A table of contents; its words stand in client/i18n. */
import { noticesThere } from './dangers.ts'
import { boundaryValid, neighboursApart } from './ground.ts'
import { agreementDated, legalPagesThere } from './law.ts'
import { coloursLegible, languagesComplete } from './look.ts'
import { deadlinesSet, holidaysKnown, retentionSet } from './promises.ts'
import { interfacesAnswer, mailboxesReach, phoneThere, somebodySignsIn } from './reach.ts'
import { firstOf, type Requirement } from './requirement.ts'
import { everyCategoryOwned, everyTargetExists } from './responsibilities.ts'

const TOWN = 'town.yaml'

export const REQUIREMENTS: readonly Requirement[] = [
  {
    key: 'owners',
    binding: true,
    file: TOWN,
    field: 'departments',
    check: everyCategoryOwned,
    write: ({ categories }) => `departments:\n  - key: …\n    categories: [${[categories ?? []].flat().join(', ')}]`,
  },
  {
    key: 'targets',
    binding: true,
    file: TOWN,
    field: 'rules',
    check: everyTargetExists,
    write: () => 'rules:\n  - category: …\n    to: …',
  },
  {
    key: 'deadlines',
    binding: true,
    file: TOWN,
    field: 'changes',
    check: deadlinesSet,
    write: (found) => `changes:\n  ${firstOf(found, 'categories')}:\n    answerWithin: 2`,
  },
  {
    key: 'legal',
    binding: true,
    file: TOWN,
    field: 'legal',
    check: legalPagesThere,
    write: ({ pages }, { key }) =>
      ['legal:', ...[pages ?? []].flat().map((page) => `  ${page}: https://www.${key}.de/…`)].join('\n'),
  },
  {
    key: 'agreement',
    binding: true,
    file: TOWN,
    field: 'legal.processingAgreement',
    check: agreementDated,
    write: () => "legal:\n  processingAgreement: 'JJJJ-MM-TT'",
  },
  {
    key: 'mailboxes',
    binding: true,
    file: TOWN,
    field: 'departments',
    check: mailboxesReach,
    write: (found, { key }) => `mailbox: ${firstOf(found, 'mailboxes').split('@')[0]}@${key}.de`,
  },
  {
    key: 'phone',
    binding: false,
    file: TOWN,
    field: 'contact',
    check: phoneThere,
    write: () => 'contact:\n  phone: …',
  },
  {
    key: 'colours',
    binding: true,
    file: TOWN,
    field: 'theme',
    check: coloursLegible,
    write: () => "theme:\n  accent: '#00536e'\n  accentDark: '#7cc0d8'",
  },
  {
    key: 'languages',
    binding: true,
    file: TOWN,
    field: (found) => firstOf(found, 'what'),
    check: languagesComplete,
    write: (found) => nested(firstOf(found, 'what'), ['de', firstOf(found, 'languages')]),
  },
  {
    key: 'notices',
    binding: true,
    file: TOWN,
    field: 'changes',
    check: noticesThere,
    write: (found) =>
      firstOf(found, 'categories')
        ? `changes:\n  ${firstOf(found, 'categories')}:\n    notice: …`
        : 'departments:\n  - key: …\n    onCall: { phone: … }',
  },
  {
    key: 'retention',
    binding: true,
    file: TOWN,
    field: 'retention',
    check: retentionSet,
    write: () => 'retention:\n  contact: 6\n  text: 36\n  photos: 12',
  },
  { key: 'holidays', binding: true, file: TOWN, field: 'ags', check: holidaysKnown },
  { key: 'boundary', binding: true, file: 'boundary.geojson', field: 'geometry', check: boundaryValid },
  { key: 'overlap', binding: true, file: 'boundary.geojson', field: 'geometry', check: neighboursApart },
  { key: 'interfaces', binding: true, file: '', field: '', check: interfacesAnswer },
  {
    key: 'staff',
    binding: false,
    file: '',
    field: '',
    check: somebodySignsIn,
    write: (_found, { key }) => `npm run accounts -- add … --name … --town ${key} --role dispatcher`,
  },
]

/** `texts.welcome` as YAML, with a line for each field in it. */
function nested(path: string, fields: readonly string[]): string {
  const steps = path.split('.')
  const blocks = steps.map((step, depth) => `${'  '.repeat(depth)}${step}:`)
  return [...blocks, ...fields.map((field) => `${'  '.repeat(steps.length)}${field}: …`)].join('\n')
}
