/** Proof of what was erased, for the town's admin. */
export const proof = {
  navigation: 'Löschnachweis',
  title: 'Löschnachweis',
  lead: 'Was nach Ablauf der Aufbewahrung oder auf Wunsch gelöscht wurde. Gezählt, ohne einen einzigen Inhalt.',
  parts: { contact: 'Kontaktdaten', text: 'Texte', photos: 'Fotos' },
  state: {
    fine: 'Nichts ist überfällig.',
    overdue: (n: number) => (n === 1 ? 'Eine Löschung ist überfällig.' : `${n} Löschungen sind überfällig.`),
    overdueText: 'Sie werden mit dem nächsten Lauf nachgeholt. Bleibt es dabei, fragen Sie den Betreiber.',
    failed: 'Der letzte Lauf hat nicht geklappt.',
    failedText: 'Er wird von selbst wiederholt. Bleibt es dabei, fragen Sie den Betreiber.',
  },
  last: (when: string) => `Letzter Lauf: ${when}.`,
  never: 'Noch kein Lauf.',
  next: (when: string) => `Nächster Lauf: ${when}.`,
  unplanned: 'Es ist noch kein Lauf geplant. Das geschieht innerhalb einer Stunde.',
  soon: {
    title: 'In den nächsten 30 Tagen',
    count: (n: number) => (n === 1 ? '1 Anliegen' : `${n} Anliegen`),
    overdue: (n: number) => `davon überfällig: ${n}`,
  },
  done: {
    title: 'Gelöscht nach Monaten',
    none: 'Bisher wurde nichts gelöscht.',
    month: 'Monat',
    part: 'Was',
    erased: 'Gelöscht',
    onTime: 'Pünktlich',
    onRequest: 'Auf Wunsch',
    hint: 'Pünktlich heißt: spätestens am Tag nach dem Ende der Frist. Ältere Monate stehen in der Tabelle zum Herunterladen.',
    download: 'Als Tabelle herunterladen (CSV)',
  },
  spans: {
    title: 'Ihre Fristen',
    text: (contact: number, text: number, photos: number) =>
      `Monate nach dem Ende eines Anliegens: Kontaktdaten ${contact}, Texte ${text}, Fotos ${photos}.`,
    category: (name: string, contact: number, text: number, photos: number) =>
      `${name}: Kontaktdaten ${contact}, Texte ${text}, Fotos ${photos}.`,
    file: 'Die Fristen stehen in der Datei Ihrer Kommune unter retention.',
  },
}
