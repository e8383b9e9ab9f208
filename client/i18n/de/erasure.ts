/** What has been erased, and what reporters see and erase of their own. */
type Part = 'contact' | 'text' | 'photos'
const months = (n: number) => (n === 1 ? '1 Monat' : `${n} Monate`)

export const erasure = {
  /** To strangers. */
  publicText: 'Der Text wurde nach Ablauf der Aufbewahrung gelöscht.',
  /** To the reporter, by what it was. */
  own: {
    title: 'Gelöscht',
    retention: {
      contact: 'Ihre Kontaktdaten wurden nach Ablauf der Aufbewahrung gelöscht.',
      text: 'Der Text wurde nach Ablauf der Aufbewahrung gelöscht, mit allen Antworten und Nachrichten.',
      photos: 'Die Fotos wurden nach Ablauf der Aufbewahrung gelöscht.',
    } satisfies Record<Part, string>,
    reporter: {
      contact: 'Ihre Kontaktdaten wurden auf Ihren Wunsch gelöscht.',
      text: 'Der Text wurde auf Ihren Wunsch gelöscht, mit allen Antworten und Nachrichten.',
      photos: 'Die Fotos wurden auf Ihren Wunsch gelöscht.',
    } satisfies Record<Part, string>,
    withdrawn: 'Sie haben das Anliegen zurückgezogen.',
    stays: 'Stand und Verlauf sehen Sie hier weiter.',
  },
  /** To staff. */
  staff: {
    retention: {
      contact: (day: string) => `Kontaktdaten gelöscht am ${day}, Aufbewahrung abgelaufen`,
      text: (day: string) => `Text gelöscht am ${day}, Aufbewahrung abgelaufen`,
      photos: (day: string) => `Fotos gelöscht am ${day}, Aufbewahrung abgelaufen`,
    },
    reporter: {
      contact: (day: string) => `Kontaktdaten auf Wunsch gelöscht am ${day}`,
      text: (day: string) => `Text auf Wunsch gelöscht am ${day}`,
      photos: (day: string) => `Fotos auf Wunsch gelöscht am ${day}`,
    },
    words: 'Text gelöscht',
    onRequest: 'Auf Wunsch gelöscht: Kontaktdaten, Text und Fotos',
    contactOnRequest: 'Auf Wunsch gelöscht: Kontaktdaten',
  },
  data: {
    link: 'Ihre Daten',
    title: 'Ihre Daten',
    lead: 'Das ist zu diesem Anliegen über Sie gespeichert.',
    back: 'Zurück zum Anliegen',
    text: 'Text',
    place: 'Ort',
    contact: 'Kontakt',
    photos: 'Fotos',
    messages: 'Nachrichten',
    ratings: 'Bewertung',
    nothing: 'Nichts gespeichert',
    gone: 'Gelöscht',
    photoCount: (n: number) => (n === 1 ? 'Ein Foto' : `${n} Fotos`),
    messageCount: (n: number) => (n === 1 ? 'Eine Nachricht' : `${n} Nachrichten`),
    score: (n: number) => `${n} von 5`,
    kept: 'Wie lange',
    until: {
      contact: (day: string) => `Kontakt bis ${day}`,
      text: (day: string) => `Text bis ${day}`,
      photos: (day: string) => `Fotos bis ${day}`,
    } satisfies Record<Part, (day: string) => string>,
    after: {
      contact: (n: number) => `Kontakt: ${months(n)} nach Abschluss`,
      text: (n: number) => `Text: ${months(n)} nach Abschluss`,
      photos: (n: number) => `Fotos: ${months(n)} nach Abschluss`,
    } satisfies Record<Part, (n: number) => string>,
    download: 'Herunterladen',
    downloadHint: 'Eine Datei (JSON) mit allem: Text, Kontakt, Antworten, Nachrichten, Verlauf und Links zu den Fotos.',
    linkIsYours: 'Wer diesen Link hat, kann das auch. Geben Sie ihn nicht weiter.',
    erase: 'Löschen',
    eraseContact: 'Kontaktdaten löschen',
    eraseAll: 'Alles von mir löschen',
  },
  contact: {
    title: 'Kontaktdaten löschen?',
    consequence: 'Name, E-Mail-Adresse und Telefonnummer sind dann weg. Wir können Ihnen nicht mehr schreiben.',
    goesOn: 'Ihr Anliegen bleibt. Den Stand sehen Sie weiter über Ihren Link.',
    submit: 'Kontaktdaten löschen',
    done: 'Ihre Kontaktdaten sind gelöscht. Den Stand sehen Sie weiter hier.',
  },
  all: {
    title: 'Alles von mir löschen?',
    consequence:
      'Kontakt, Text, Antworten, Nachrichten und Fotos sind dann weg, auch was wir Ihnen dazu geschrieben haben.',
    open: 'Ihr Anliegen ist noch offen. Es wird damit zurückgezogen: Ohne Text kann niemand daran arbeiten.',
    hidden: 'Öffentlich ist es dann nicht mehr. Nummer, Kategorie, Ort und Verlauf bleiben in der Verwaltung.',
    final: 'Das lässt sich nicht rückgängig machen.',
    submit: 'Alles löschen',
    done: 'Alles von Ihnen ist gelöscht.',
  },
  back: 'Doch nicht',
}
