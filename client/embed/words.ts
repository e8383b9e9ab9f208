/** The elements' own few words: the platform's would weigh more than all the rest. Statuses come from the server. */
const de = {
  report: {
    title: 'Was ist Ihnen aufgefallen?',
    example: 'Zum Beispiel: Laterne ist aus',
    photo: 'Foto',
    open: 'Anliegen melden',
    close: 'Formular zuklappen',
    danger: 'Gefahr für Menschen?',
    or: 'oder',
  },
  map: { title: 'Karte der Anliegen', show: 'Karte zeigen' },
  list: {
    title: 'Aktuelle Anliegen',
    all: 'Alle Anliegen',
    loading: 'Anliegen werden geladen …',
    empty: 'Hier ist noch nichts gemeldet.',
    failed: 'Die Anliegen lassen sich gerade nicht laden.',
  },
  status: {
    title: 'Schon gemeldet?',
    label: 'Vorgangsnummer',
    show: 'Stand ansehen',
    wrong: 'Geben Sie die Nummer ein, zum Beispiel 1042.',
    none: (number: number) =>
      `Zu #${number} ist nichts öffentlich. Prüfen Sie die Nummer. Ihr eigenes Anliegen finden Sie über den Link, den Sie beim Melden bekommen haben.`,
    failed: 'Der Stand lässt sich gerade nicht abfragen.',
    changed: 'Zuletzt geändert:',
    more: 'Anliegen ansehen',
  },
  frame: { blocked: 'Diese Website darf das hier nicht zeigen.', open: 'In einem eigenen Fenster öffnen' },
  town: 'Zur Meldeseite',
}
type Words = typeof de

const simple: Words = {
  ...de,
  report: {
    ...de.report,
    open: 'Etwas melden',
    close: 'Formular schließen',
    danger: 'Sind Menschen in Gefahr?',
  },
  map: { title: 'Karte der Meldungen', show: 'Karte zeigen' },
  list: {
    title: 'Neue Meldungen',
    all: 'Alle Meldungen',
    loading: 'Wir laden die Meldungen.',
    empty: 'Hier gibt es noch keine Meldung.',
    failed: 'Die Meldungen können wir gerade nicht laden.',
  },
  status: {
    ...de.status,
    label: 'Nummer der Meldung',
    wrong: 'Schreiben Sie die Nummer in das Feld. Zum Beispiel: 1042.',
    none: (number) =>
      `Die Meldung #${number} ist nicht öffentlich. Stimmt die Nummer? Sie haben selbst gemeldet? Dann nehmen Sie den Link von damals.`,
    failed: 'Wir können gerade nicht nachsehen.',
    changed: 'Zuletzt geändert:',
    more: 'Meldung ansehen',
  },
  frame: { blocked: 'Auf dieser Website geht das nicht.', open: 'In einem neuen Fenster öffnen' },
}

const en: Words = {
  report: {
    title: 'What have you noticed?',
    example: 'For example: street light is out',
    photo: 'Photo',
    open: 'Report something',
    close: 'Fold the form',
    danger: 'Are people in danger?',
    or: 'or',
  },
  map: { title: 'Map of reports', show: 'Show the map' },
  list: {
    title: 'Latest reports',
    all: 'All reports',
    loading: 'Loading reports …',
    empty: 'Nothing has been reported here yet.',
    failed: 'The reports cannot be loaded right now.',
  },
  status: {
    title: 'Already reported?',
    label: 'Report number',
    show: 'See the status',
    wrong: 'Enter the number, for example 1042.',
    none: (number) =>
      `Nothing is public under #${number}. Check the number. You find your own report by the link you got when you sent it.`,
    failed: 'The status cannot be looked up right now.',
    changed: 'Last changed:',
    more: 'See the report',
  },
  frame: { blocked: 'This website may not show it here.', open: 'Open in a window of its own' },
  town: 'To the reporting page',
}

const ALL = { de, 'de-simple': simple, en }
type Spoken = keyof typeof ALL

/** Of the element, else of what it stands in; German for what is not spoken here. */
export function languageOf(element: Element): Spoken {
  const said = (element.closest('[lang]')?.getAttribute('lang') ?? '').toLowerCase()
  const known = (tag: string): tag is Spoken => Object.hasOwn(ALL, tag)
  if (known(said)) return said
  const primary = said.split('-')[0] ?? ''
  return known(primary) ? primary : 'de'
}

export const wordsOf = (language: Spoken): Words => ALL[language]
