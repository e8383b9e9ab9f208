import type { common as german } from '../de/common.ts'

export const common: typeof german = {
  product: 'Anliegenwerk',
  productLine: 'Etwas melden',
  kind: {
    town: { nominative: 'die Stadt', genitive: 'der Stadt', dative: 'der Stadt', at: 'bei der Stadt' },
    municipality: {
      nominative: 'die Gemeinde',
      genitive: 'der Gemeinde',
      dative: 'der Gemeinde',
      at: 'bei der Gemeinde',
    },
    county: { nominative: 'der Kreis', genitive: 'des Kreises', dative: 'dem Kreis', at: 'beim Kreis' },
  },
  officialService: {
    town: 'Das ist eine Seite der',
    municipality: 'Das ist eine Seite der',
    county: 'Das ist eine Seite vom',
  },
  platformService: 'Das ist eine Seite',
  platformTowns: 'von mehreren Orten zusammen',

  skipNavigation: 'Schnell-Auswahl',
  skipToContent: 'Zum Inhalt',
  skipToList: 'Zur Liste',
  skipToReport: 'Etwas melden',

  mainNavigation: 'Haupt-Menü',
  footerNavigation: 'Seiten',
  overview: 'Start-Seite',
  allReports: 'Alle Meldungen',
  report: 'Etwas melden',
  menu: 'Menü',
  language: 'Sprache',
  platformLink: 'Alle Orte',

  contact: 'So erreichen Sie uns',
  phone: 'Telefon',
  email: 'E-Mail',
  phone115: 'Nummer für alle Ämter',
  legal: {
    imprint: 'Impressum',
    privacy: 'Daten-Schutz',
    accessibility: 'Barriere-Freiheit',
    rules: 'Regeln',
    easy: 'So geht das Melden',
  },
  runBy: 'Diese Seite heißt Anliegenwerk. Mehrere Orte benutzen sie zusammen.',

  demoLabel: 'Wichtig',
  demo: 'Hier können Sie üben. Die Meldungen sind nicht echt. Niemand bearbeitet sie.',

  emergency: 'Ist jemand in Gefahr? Dann rufen Sie an: {110} oder {112}',
  police: 'Polizei, 110',
  fireBrigade: 'Feuerwehr und Kranken-Wagen, 112',

  search: 'Suchen',
  optional: 'muss nicht sein',
  yes: 'Ja',
  no: 'Nein',
  unknown: 'Ich weiß es nicht',
  change: 'Ändern',
  error: 'Fehler',
  errorTitle: (title) => `Fehler: ${title}`,
  checkFields: (n) => (n === 1 ? 'Hier stimmt etwas nicht' : `Hier stimmen ${n} Dinge nicht`),
  more: 'Mehr',
  copy: 'Kopieren',
  copied: 'Kopiert',
  number: 'Nummer',
}
