/** Words of the frame around every page, and grammar of the kinds of towns. */
export const common = {
  product: 'Anliegenwerk',
  productLine: 'Anliegen melden',
  /** By kind of town, in the case the sentence needs. */
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
    town: 'Offizieller Dienst der',
    municipality: 'Offizieller Dienst der',
    county: 'Offizieller Dienst vom',
  },
  platformService: 'Ein gemeinsamer Dienst',
  platformTowns: 'der angeschlossenen Kommunen',

  skipNavigation: 'Sprungmarken',
  skipToContent: 'Zum Inhalt',
  skipToList: 'Zur Liste',
  skipToReport: 'Zum Melden',

  mainNavigation: 'Hauptmenü',
  footerNavigation: 'Seiten',
  overview: 'Übersicht',
  allReports: 'Alle Anliegen',
  report: 'Anliegen melden',
  menu: 'Menü',
  language: 'Sprache',
  platformLink: 'Alle Kommunen',

  contact: 'Kontakt',
  phone: 'Telefon',
  email: 'E-Mail',
  phone115: 'Behördennummer',
  legal: {
    imprint: 'Impressum',
    privacy: 'Datenschutz',
    accessibility: 'Barrierefreiheit',
    rules: 'Regeln',
    easy: 'Hilfe in Einfacher Sprache',
  },
  runBy: 'Anliegenwerk, der gemeinsame Anliegenmelder',

  demoLabel: 'Hinweis',
  demo: 'Zum Ausprobieren. Alle Anliegen sind erfunden, niemand bearbeitet sie.',

  /** The numbers in braces become links. */
  emergency: 'Gefahr für Menschen? {110} oder {112} anrufen',
  police: 'Polizei, 110',
  fireBrigade: 'Feuerwehr und Rettungsdienst, 112',

  search: 'Suchen',
  optional: 'freiwillig',
  yes: 'Ja',
  no: 'Nein',
  unknown: 'Weiß nicht',
  change: 'Ändern',
  error: 'Fehler',
  errorTitle: (title: string) => `Fehler: ${title}`,
  checkFields: (n: number) => (n === 1 ? 'Bitte eine Angabe prüfen' : `Bitte ${n} Angaben prüfen`),
  more: 'Weitere',
  copy: 'Kopieren',
  copied: 'Kopiert',
  number: 'Vorgangsnummer',
}
