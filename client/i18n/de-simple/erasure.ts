import { type erasure as german, erasure as plain } from '../de/erasure.ts'

const months = (n: number) => (n === 1 ? '1 Monat' : `${n} Monate`)

export const erasure: typeof german = {
  publicText: 'Den Text gibt es nicht mehr. Die Zeit für den Text ist vorbei.',
  own: {
    title: 'Gelöscht',
    retention: {
      contact: 'Ihre Kontakt-Daten sind gelöscht. Die Zeit dafür ist vorbei.',
      text: 'Der Text ist gelöscht. Auch alle Antworten und Nachrichten sind gelöscht. Die Zeit dafür ist vorbei.',
      photos: 'Die Fotos sind gelöscht. Die Zeit dafür ist vorbei.',
    },
    reporter: {
      contact: 'Ihre Kontakt-Daten sind gelöscht. Sie wollten das.',
      text: 'Der Text ist gelöscht. Auch alle Antworten und Nachrichten sind gelöscht. Sie wollten das.',
      photos: 'Die Fotos sind gelöscht. Sie wollten das.',
    },
    withdrawn: 'Sie haben die Meldung zurückgezogen.',
    stays: 'Sie sehen hier weiter: So weit ist die Meldung.',
  },
  staff: plain.staff,
  data: {
    link: 'Ihre Daten',
    title: 'Ihre Daten',
    lead: 'Das haben wir zu dieser Meldung von Ihnen gespeichert.',
    back: 'Zurück zur Meldung',
    text: 'Text',
    place: 'Ort',
    contact: 'Kontakt',
    photos: 'Fotos',
    messages: 'Nachrichten',
    ratings: 'Bewertung',
    nothing: 'Nichts gespeichert',
    gone: 'Gelöscht',
    photoCount: (n) => (n === 1 ? '1 Foto' : `${n} Fotos`),
    messageCount: (n) => (n === 1 ? '1 Nachricht' : `${n} Nachrichten`),
    score: (n) => `${n} von 5`,
    kept: 'Wie lange',
    until: {
      contact: (day) => `Kontakt bis ${day}`,
      text: (day) => `Text bis ${day}`,
      photos: (day) => `Fotos bis ${day}`,
    },
    after: {
      contact: (n) => `Kontakt: noch ${months(n)} nach dem Ende`,
      text: (n) => `Text: noch ${months(n)} nach dem Ende`,
      photos: (n) => `Fotos: noch ${months(n)} nach dem Ende`,
    },
    download: 'Herunterladen',
    downloadHint: 'Sie bekommen eine Datei. In der Datei steht alles. Die Datei heißt JSON.',
    linkIsYours: 'Der Link ist nur für Sie. Wer den Link hat, kann das auch. Geben Sie den Link nicht weiter.',
    erase: 'Löschen',
    eraseContact: 'Kontakt-Daten löschen',
    eraseAll: 'Alles von mir löschen',
  },
  contact: {
    title: 'Kontakt-Daten löschen?',
    consequence: 'Dann sind Name, E-Mail-Adresse und Telefon-Nummer weg. Wir können Ihnen nicht mehr schreiben.',
    goesOn: 'Ihre Meldung bleibt. Mit Ihrem Link sehen Sie weiter: So weit ist die Meldung.',
    submit: 'Kontakt-Daten löschen',
    done: 'Ihre Kontakt-Daten sind gelöscht.',
  },
  all: {
    title: 'Alles von mir löschen?',
    consequence:
      'Dann sind weg: Kontakt, Text, Antworten, Nachrichten und Fotos. Auch unsere Antworten an Sie sind weg.',
    open: 'Ihre Meldung ist noch nicht fertig. Niemand arbeitet dann weiter daran.',
    hidden: 'Andere sehen die Meldung nicht mehr. Das Amt behält nur: Nummer, Thema, Ort und was wann war.',
    final: 'Das können Sie nicht zurück-nehmen.',
    submit: 'Alles löschen',
    done: 'Alles von Ihnen ist gelöscht.',
  },
  back: 'Nein, nicht löschen',
}
