import type { feedback as german } from '../de/feedback.ts'

export const feedback: typeof german = {
  link: 'Etwas geht nicht?',
  text: 'Was geht nicht?',
  textHint: 'Zum Beispiel: „Ich kann den Text nicht lesen.“',
  page: 'Auf welcher Seite ist das?',
  pageHint: 'Ein paar Wörter reichen.',
  email: 'Ihre E-Mail-Adresse',
  emailHint: 'Möchten Sie eine Antwort? Nur dann brauchen wir das.',
  send: 'Absenden',
  sending: 'Wird gesendet …',
  privacy: 'Wir schicken Ihren Text als E-Mail weiter. Nach 7 Tagen löschen wir ihn.',
  textMissing: 'Bitte schreiben Sie auf: Was geht nicht?',
  tooMany: 'Gerade schreiben sehr viele Menschen. Bitte warten Sie eine Stunde. Oder schreiben Sie eine E-Mail.',
  thanks: {
    title: 'Danke. Ihr Text ist angekommen.',
    answer: (days) => `Sie bekommen eine Antwort. Das dauert höchstens ${days} Tage.`,
    noAnswer: (days) =>
      `Wir haben keine E-Mail-Adresse von Ihnen. Darum können wir nicht antworten. Wir prüfen Ihren Text in höchstens ${days} Tagen.`,
    enforcement:
      'Vielleicht bekommen Sie keine Antwort. Oder die Antwort hilft nicht. Dann schreiben Sie an diese Stelle. Das kostet nichts:',
    back: 'Zurück zur Seite davor',
    start: 'Zur ersten Seite',
  },
  mail: {
    subject: (official) => `Barriere im Anliegenmelder: ${official}`,
    greeting: 'Guten Tag,',
    why: (official) => `jemand kann eine Seite nicht gut benutzen. Kommune: ${official}. Das ist der Text:`,
    page: 'Seite',
    language: 'Sprache der Seite',
    answerTo: (email, until) => `Bitte antworten Sie bis ${until} an ${email}.`,
    noAnswer: 'Es gibt keine E-Mail-Adresse für die Antwort.',
    closing: 'Freundliche Grüße',
  },
}
