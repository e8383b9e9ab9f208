import type { common as german } from '../de/common.ts'

const theTown = { nominative: 'the town', genitive: 'of the town', dative: 'the town', at: 'at the town' }
const theMunicipality = {
  nominative: 'the municipality',
  genitive: 'of the municipality',
  dative: 'the municipality',
  at: 'at the municipality',
}
const theCounty = { nominative: 'the county', genitive: 'of the county', dative: 'the county', at: 'at the county' }

export const common: typeof german = {
  product: 'Anliegenwerk',
  productLine: 'Report an issue',
  kind: { town: theTown, municipality: theMunicipality, county: theCounty },
  officialService: { town: 'Official service of', municipality: 'Official service of', county: 'Official service of' },
  platformService: 'A joint service',
  platformTowns: 'of the towns taking part',

  skipNavigation: 'Skip links',
  skipToContent: 'To the content',
  skipToList: 'To the list',
  skipToReport: 'To the report form',

  mainNavigation: 'Main menu',
  footerNavigation: 'Pages',
  overview: 'Overview',
  allReports: 'All reports',
  report: 'Report an issue',
  menu: 'Menu',
  language: 'Language',
  platformLink: 'All towns',

  contact: 'Contact',
  phone: 'Phone',
  email: 'E-mail',
  phone115: 'Public service number',
  legal: {
    imprint: 'Imprint',
    privacy: 'Privacy',
    accessibility: 'Accessibility',
    rules: 'Rules',
    easy: 'How it works, in simple words',
  },
  runBy: 'Anliegenwerk, the shared issue reporter',

  demoLabel: 'Notice',
  demo: 'For trying out. All reports are invented, nobody works on them.',

  emergency: 'People in danger? Call {110} or {112}',
  police: 'Police, 110',
  fireBrigade: 'Fire brigade and ambulance, 112',

  search: 'Search',
  optional: 'optional',
  yes: 'Yes',
  no: 'No',
  unknown: 'I do not know',
  change: 'Change',
  error: 'Error',
  errorTitle: (title) => `Error: ${title}`,
  checkFields: (n) => (n === 1 ? 'Please check one entry' : `Please check ${n} entries`),
  more: 'More',
  copy: 'Copy',
  copied: 'Copied',
  number: 'Report number',
}
