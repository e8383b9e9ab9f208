/** The shared standard a town is held against: page, terminal, mails and register say it in these words. */
import type { Found, conformance as German, RequirementWords } from '../de/conformance.ts'

const list = (value: Found[string] | undefined) => [value ?? []].flat().join(', ')
const n = (found: Found, key: string) => Number(found[key] ?? 0)
const decimal = (value: Found[string] | undefined) => Number(value ?? 0).toLocaleString('en-GB')

const PAGES: Record<string, string> = { imprint: 'imprint', privacy: 'privacy', accessibility: 'accessibility' }
const SPANS: Record<string, string> = { contact: 'contact data', text: 'texts', photos: 'photos' }

const requirements: Record<keyof (typeof German)['requirements'], RequirementWords> = {
  owners: {
    title: 'Somebody is in charge of every category, everywhere',
    source: 'Shared standard, responsibilities',
    met: (f) => `${n(f, 'count')} categories, each with a department`,
    failing: (f) =>
      list(f.districts)
        ? `Nobody is in charge in ${list(f.districts)}: ${list(f.categories)}`
        : `Nobody is in charge: ${list(f.categories)}`,
    remedy: () =>
      'Name the category with a department. If the dispatcher is to take it, name it there, so that it is meant.',
  },
  targets: {
    title: 'Every rule leads to somebody who exists',
    source: 'Shared standard, responsibilities',
    met: (f) => (n(f, 'count') === 1 ? '1 rule checked' : `${n(f, 'count')} rules checked`),
    failing: (f) => `Does not exist: ${list(f.targets)}`,
    remedy: () => 'Under “to”, name a department or partner that the file has.',
  },
  deadlines: {
    title: 'Every category has a deadline',
    source: 'DIN SPEC 66336, processing time',
    met: (f) => `First answer after ${n(f, 'longest')} working days at most`,
    failing: (f) => `Without a deadline: ${list(f.categories)}`,
    remedy: () => 'Say how many working days the first answer takes, 1 to 90.',
  },
  mailboxes: {
    title: 'Mailboxes can receive mail',
    source: 'Section 5 DDG',
    met: (f) => `${n(f, 'count')} mailboxes checked`,
    failing: (f) => `Nothing arrives at ${list(f.mailboxes)}`,
    remedy: () => 'Write the real mailboxes. Addresses at .example or .invalid are for examples only.',
  },
  phone: {
    title: 'People can call',
    source: 'Section 5 DDG',
    met: (f) => `Phone ${list(f.phone)}`,
    failing: () => 'A phone number is missing',
    remedy: () => 'Not everybody can write. Give a number, or say that 115 works for you.',
  },
  colours: {
    title: 'The colours are easy to read',
    source: 'BITV 2.0, WCAG 2.2 criterion 1.4.3',
    met: (f) => `Contrast light ${decimal(f.light)} : 1, dark ${decimal(f.dark)} : 1`,
    failing: (f) => `Contrast light ${decimal(f.light)} : 1, dark ${decimal(f.dark)} : 1, needed are 4.5 : 1`,
    remedy: () =>
      'Take a darker colour for “accent” and a lighter one for “accentDark”. Without “accentDark” we work one out.',
  },
  languages: {
    title: 'All languages on offer are complete',
    source: 'Shared standard, languages',
    met: (f) => list(f.languages),
    failing: (f) => `${list(f.languages)}: not translated yet ${list(f.what)}`,
    remedy: () => 'Add the text in every language, or take the language out of “languages”.',
  },
  legal: {
    title: 'Imprint, privacy and accessibility pages are there',
    source: 'Section 5 DDG, Art. 13 GDPR, section 12b BGG',
    met: () => 'All three pages are linked',
    failing: (f) =>
      `Missing: ${[f.pages ?? []]
        .flat()
        .map((page) => PAGES[page] ?? page)
        .join(', ')}`,
    remedy: () => 'Give the addresses of the pages your town already has.',
  },
  agreement: {
    title: 'The data-processing agreement is signed',
    source: 'Art. 28 GDPR',
    met: (f) => `Signed on ${list(f.date)}`,
    failing: (f) => (f.date ? `The date ${list(f.date)} lies in the future` : 'The date is missing'),
    remedy: () => 'Sign the agreement with the operator and give the day of the signature.',
  },
  holidays: {
    title: 'The public holidays of the state are known',
    source: 'Public holidays act of the state',
    met: (f) => `State ${list(f.land)}`,
    failing: (f) => `We know no state for the key ${list(f.ags)}`,
    remedy: () => 'Check the official municipality key. Its first two digits name the state.',
  },
  notices: {
    title: 'Where there is danger, the emergency number stands beside it',
    source: 'Shared standard, emergencies',
    met: (f) =>
      n(f, 'count') === 0
        ? 'No category needs a notice'
        : n(f, 'count') === 1
          ? '1 category with a notice'
          : `${n(f, 'count')} categories with a notice`,
    failing: (f) =>
      [
        list(f.categories) && `Notice with a number is missing: ${list(f.categories)}`,
        list(f.onCall) && `On call without a phone: ${list(f.onCall)}`,
      ]
        .filter(Boolean)
        .join('. '),
    remedy: (f) =>
      list(f.categories)
        ? 'Say in the notice which number to call: 110 or 112.'
        : 'Say with the department who can be reached at any hour.',
  },
  retention: {
    title: 'It is settled when things are deleted',
    source: 'Art. 5 and 17 GDPR',
    met: (f) =>
      `Contact data after ${n(f, 'contact')}, photos after ${n(f, 'photos')}, texts after ${n(f, 'text')} months`,
    failing: (f) =>
      `Not settled: ${[f.what ?? []]
        .flat()
        .map((span) => SPANS[span] ?? span)
        .join(', ')}`,
    remedy: () => 'Give months after the end: contact data 1 to 24, texts and photos 1 to 120.',
  },
  boundary: {
    title: 'The boundary is valid',
    source: 'OGC Simple Features',
    met: (f) => `Official key ${list(f.ags)}, ${decimal(f.km2)} km²`,
    failing: (f) =>
      f.lat === undefined
        ? 'The boundary encloses nothing'
        : `The boundary crosses or touches itself at ${list(f.lat)}, ${list(f.lon)}`,
    remedy: () => 'Take the official boundary, such as VG250 of the Federal Agency for Cartography and Geodesy.',
  },
  overlap: {
    title: 'The boundary overlaps no neighbouring town',
    source: 'Shared standard, boundaries',
    met: (f) => (n(f, 'count') === 1 ? '1 neighbour compared' : `${n(f, 'count')} neighbours compared`),
    failing: (f) => `Overlap: ${list(f.neighbours)}`,
    remedy: () => 'Take the boundaries of both towns from the same official source and of the same date.',
  },
  interfaces: {
    title: 'Pages and interfaces answer',
    source: 'Shared standard, interfaces',
    met: (f) => `Answered: ${list(f.addresses)}`,
    failing: (f) => (list(f.addresses) ? `No answer: ${list(f.addresses)}` : 'Not checked from here'),
    remedy: (f) =>
      list(f.addresses)
        ? 'Your file is not the reason. The operator is the one to ask.'
        : 'The running server checks it every night, and when somebody presses “Check again”.',
  },
  staff: {
    title: 'Somebody can sign in and give reports on',
    source: 'Shared standard, people',
    met: (f) => (n(f, 'count') === 1 ? '1 person' : `${n(f, 'count')} people`),
    failing: () => 'Dispatcher and admin have no access yet',
    remedy: () => 'Add an account for the dispatcher or the admin.',
  },
}

export const conformance: typeof German = {
  requirements,

  navigation: 'Conformance',
  pageTitle: 'Conformance',
  question: { live: 'Does the town meet the shared standards?', preview: 'Ready to start?' },
  checked: (when, version) => `Checked ${when}, version ${version} of the configuration.`,
  neverChecked: 'Not checked yet.',
  checkAgain: 'Check again',
  checkedNow: 'Checked again just now',
  verdict: {
    met: 'Yes. Everything that binds is met.',
    metText: 'The town stands in the public register with this mark.',
    readyText: 'With “live: true” in town.yaml and “npm run towns -- apply” the town becomes visible.',
    failing: (count) => (count === 1 ? 'Not yet. 1 point is missing.' : `Not yet. ${count} points are missing.`),
    previewText: 'After that, “npm run towns -- apply” makes the town visible. Until then it is a preview.',
    graceText: (until) => `Please put it right by ${until}. For citizens nothing changes, reports keep arriving.`,
    withdrawnText: (since) => `Since ${since} the register says that the standards are not met. Reports keep arriving.`,
  },
  counts: {
    met: (count) => `${count} met`,
    hint: (count) => (count === 1 ? '1 hint' : `${count} hints`),
    missing: (count) => `${count} missing`,
  },
  state: { met: 'met', hint: 'hint', missing: 'missing' },
  lines: 'Requirements',
  binding: 'Binding',
  voluntary: 'Recommended',
  sourceLabel: 'Source',
  toDo: 'What to do',
  whereToWrite: (file, field) => `${file}, at ${field}`,
  whereLine: (file, line) => `${file}, line ${line}`,
  write: 'Write this:',

  preview: 'Preview. These pages are not public yet. Nobody works on what you report here.',
  previewLabel: 'Preview',

  terminal: {
    town: (name, state) => `${name}: ${state}`,
    line: (state, title, sentence) => `  ${state}: ${title}\n      ${sentence}`,
    remedy: (where, remedy) => `      → ${where}: ${remedy}`,
    none: 'No town has been set up yet. First: npm run towns -- apply',
    staysPreview: (name, count) =>
      `${name} stays a preview, ${count === 1 ? '1 binding point is' : `${count} binding points are`} missing:`,
    staysLive: (name, count) =>
      `${name} stays public, but ${count === 1 ? '1 binding point is' : `${count} binding points are`} missing. Otherwise the town loses its mark in 14 days:`,
    goesLive: (name) => `${name} is public now.`,
  },

  register: {
    link: 'Who takes part',
    title: 'These towns take part',
    description: 'All towns on the platform, and whether they meet the shared standards.',
    lead: 'All towns keep to the same standards. A program checks that every night.',
    search: 'Find a town',
    searchHint: 'Name',
    count: (count) => (count === 1 ? '1 town' : `${count} towns`),
    found: (count, q) => `${count === 1 ? '1 town' : `${count} towns`} for “${q}”`,
    none: (q) => `We found no town for “${q}”.`,
    all: 'Show all',
    since: (day) => `since ${day}`,
    catalogue: (version) => `catalogue version ${version}`,
    badge: {
      met: 'meets the shared standards',
      grace: (until) => `to be put right by ${until}`,
      withdrawn: 'does not meet them at present',
      unchecked: 'still to be checked',
    },
    checkedAt: (when) => `checked ${when}`,
    pages: 'Pages',
    previous: 'Back',
    next: 'Next',
    whatIsChecked: 'What is checked',
  },

  operator: {
    link: 'Operation',
    title: 'Is everything running?',
    fine: 'Yes. Nothing waits too long, and nothing has failed.',
    notFine: 'Somebody should look at this.',
    totals: (live, preview, others) =>
      [`${live} public`, preview > 0 && `${preview} in preview`, others > 0 && `${others} not on board yet`]
        .filter(Boolean)
        .join(', '),
    failingTowns: (count) =>
      count === 1 ? '1 town does not meet the standards' : `${count} towns do not meet the standards`,
    waiting: (count) => (count === 1 ? '1 job waits' : `${count} jobs wait`),
    oldest: (age) => `the oldest ${age}`,
    nothingWaits: 'Nothing waits',
    givenUp: (count) => (count === 1 ? '1 job has failed' : `${count} jobs have failed`),
    noneGivenUp: 'Nothing has failed',
    search: 'Find a town',
    searchHint: 'Name or key',
    views: { all: 'All', failing: 'Standards not met', stuck: 'Stuck', preview: 'Preview' },
    viewsLabel: 'Selection',
    none: 'No town fits.',
    results: (count) => (count === 1 ? '1 town' : `${count} towns`),
    town: 'Town',
    standing: 'Standing',
    standings: { live: 'public', preview: 'preview', other: 'not on board yet' },
    version: 'Version',
    versionOf: (version, settings) =>
      settings > 0 ? `Version ${version}, settings ${settings}` : `Version ${version}`,
    by: (when, who) => `${when}, ${who}`,
    conformance: 'Standards',
    queue: 'Queue',
    queueOf: (waiting, age) => (waiting === 0 ? 'empty' : `${waiting}, ${age}`),
    failed: 'Failed',
    historyLink: (name) => `Versions of ${name}`,
    back: 'All towns',
    historyTitle: (name) => `Versions: ${name}`,
    versionLine: (version) => `Version ${version}`,
    current: 'in force now',
    failedTitle: 'Failed jobs',
    failedLine: (kind, attempts) => `${kind}, ${attempts} attempts`,
    kinds: {
      tell_invitation: 'invitation of a person',
      tell_factor_reset: 'mail about a second factor',
      tell: 'message about a report',
      expire_question: 'end of a question',
      recheck_conformance: 'check of the standards',
      tell_conformance: 'message about the check',
      tell_feedback: 'Note about a barrier',
      erase_feedback: 'Erasing a note',
    },
    noReports: 'What stands in the reports, only the towns themselves can see.',
  },

  mail: {
    greeting: (name) => `Hello ${name},`,
    began: {
      subject: (town) => `${town}: shared standards no longer met`,
      text: (town, until) =>
        `the last check found that ${town} lacks something all towns have agreed to. Please put it right by ${until}. Reports keep arriving until then and after.`,
    },
    withdrawn: {
      subject: (town) => `${town}: mark in the register withdrawn`,
      text: (town) =>
        `the time to put things right is over. The public register now says that ${town} does not meet the shared standards at present. As soon as everything is right again, this changes by itself. Reports keep arriving.`,
    },
    missing: 'Missing:',
    look: 'What to do stands here:',
    closing: 'Kind regards',
  },
}
