/** What the town hall changes without a file: the admin's pages and the history in words. */
type Changed = string | undefined

/** Without a value the setting was taken away, and the file counts again. */
const set = (what: string, value: Changed) => (value ? `${what}: ${value}` : `${what}: wieder wie in der Datei`)

export const settings = {
  title: 'Einstellungen',
  lead: 'Was Sie hier ändern, sehen alle in wenigen Sekunden. Es geht vor dem, was in der Datei der Kommune steht. Jede Änderung lässt sich zurücknehmen.',
  toSection: 'Abschnitte',
  back: 'Einstellungen',
  edit: 'Ändern',
  save: 'Speichern',
  saved: 'Gespeichert. In wenigen Sekunden sehen es alle.',
  same: 'Es war schon so. Wir haben nichts geändert.',
  restored: 'Zurückgenommen. In wenigen Sekunden sehen es alle.',
  undo: 'Zurücknehmen',
  none: 'nichts eingetragen',
  fileValue: (value: string) => `Leer gelassen gilt, was in der Datei steht: ${value}`,
  inLanguage: (label: string, language: string) => `${label} (${language})`,
  otherLanguages: 'In anderen Sprachen',

  texts: {
    title: 'Texte',
    lead: 'Sie stehen auf der Startseite der Kommune. Eine leere Zeile beginnt einen neuen Absatz.',
    news: 'Aktuelles',
    newsHint: 'Ganz oben, zum Beispiel: Das Rathaus ist am 24. Dezember geschlossen.',
    welcome: 'Begrüßung',
    welcomeHint: 'Über der Liste der Anliegen.',
  },

  departments: {
    title: 'Abwesenheit und Bereitschaft',
    reach: 'Erreichbarkeit',
    phone: 'Telefon',
    hours: 'Sprechzeiten',
    hoursHint: 'Zum Beispiel: Mo bis Fr 8 bis 12 Uhr.',
    onCall: 'Bereitschaft',
    onCallHint: 'Wer rund um die Uhr oder am Wochenende ans Telefon geht. Steht bei Kategorien mit Gefahr.',
    onCallPhone: 'Telefon der Bereitschaft',
    onCallHours: 'Zeiten der Bereitschaft',
    onCallHoursHint: 'Zum Beispiel: nachts und am Wochenende.',
    onCallLine: (line: string) => `Bereitschaft: ${line}`,
    absence: 'Abwesenheit',
    absenceHint: 'Neue Anliegen bekommt so lange die Vertretung. Was schon da ist, bleibt.',
    absentUntil: 'Abwesend bis einschließlich',
    deputy: 'Vertretung',
    choose: 'Bitte wählen',
    absentLine: (day: string, deputy: string) => `Abwesend bis ${day}, Vertretung: ${deputy}`,
    saveAbsence: 'Abwesenheit speichern',
    return: 'Ist wieder da',
  },

  categories: {
    title: 'Kategorien',
    pause: 'Pausieren',
    pauseHint: 'Niemand kann dann so etwas melden. Offene Anliegen laufen weiter.',
    until: 'Bis einschließlich',
    untilHint: 'Ohne Datum gilt die Pause, bis Sie sie beenden.',
    because: 'Grund',
    becauseHint: 'Steht neben der Kategorie, zum Beispiel: Der Räumdienst ist bis Montag ausgelastet.',
    savePause: 'Kategorie pausieren',
    changePause: 'Pause ändern',
    resume: 'Pause beenden',
    paused: 'Pausiert',
    pausedUntil: (day: string) => `Pausiert bis ${day}`,
    outOfSeason: 'Außerhalb der Saison',
    answer: 'Antwort, die sofort kommt',
    answerHint:
      'Steht nach dem Absenden auf der Seite und in der E-Mail, zum Beispiel: Die Runde fährt jeden Dienstag.',
    instantAnswer: 'Sofortantwort',
    answerLine: (text: string) => `Sofortantwort: ${text}`,
  },

  history: {
    title: 'Verlauf',
    empty: 'Noch hat niemand etwas geändert. Es gilt, was in der Datei steht.',
    restore: 'Diesen Stand wiederherstellen',
    news: (value: Changed) => set('Aktuelles', value && `„${value}“`),
    welcome: (value: Changed) => set('Begrüßung', value && `„${value}“`),
    phone: (name: string, value: Changed) => set(`${name}, Telefon`, value),
    hours: (name: string, value: Changed) => set(`${name}, Sprechzeiten`, value),
    onCall: (name: string, value: Changed) => set(`${name}, Bereitschaft`, value),
    deputy: (name: string, value: Changed) => set(`${name}, Vertretung`, value),
    absent: (name: string, day: string, deputy: string) => `${name}: abwesend bis ${day}, Vertretung: ${deputy}`,
    returned: (name: string) => `${name}: wieder da`,
    paused: (name: string, day: string | undefined, because: string | undefined) =>
      [`${name}: pausiert`, day && ` bis ${day}`, because && `, „${because}“`].filter(Boolean).join(''),
    resumed: (name: string) => `${name}: Pause beendet`,
    instantAnswer: (name: string, value: Changed) => set(`${name}, Sofortantwort`, value && `„${value}“`),
    notice: (name: string, value: Changed) => set(`${name}, Hinweis`, value && `„${value}“`),
  },
}
