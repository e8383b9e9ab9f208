/** A barrier on our own pages: the form, the thanks, and the mail to whoever answers for them. */
export const feedback = {
  link: 'Barriere melden',
  text: 'Was geht nicht?',
  textHint: 'Zum Beispiel: „Der Knopf ist mit der Tastatur nicht zu erreichen.“',
  page: 'Auf welcher Seite?',
  pageHint: 'Die Adresse oder ein paar Worte genügen.',
  email: 'Ihre E-Mail-Adresse',
  emailHint: 'Nur, wenn Sie eine Antwort möchten.',
  send: 'Hinweis absenden',
  sending: 'Wird gesendet …',
  privacy: 'Ihr Hinweis geht per E-Mail an die zuständige Stelle. Bei uns löschen wir ihn sieben Tage danach.',
  textMissing: 'Beschreiben Sie kurz, was nicht geht.',
  tooMany:
    'Gerade kommen sehr viele Hinweise. Bitte versuchen Sie es in einer Stunde noch einmal, oder schreiben Sie eine E-Mail.',
  thanks: {
    title: 'Danke, Ihr Hinweis ist angekommen.',
    answer: (days: number) => `Sie bekommen eine Antwort, spätestens in ${days} Tagen.`,
    noAnswer: (days: number) =>
      `Sie haben keine E-Mail-Adresse genannt. Darum können wir Ihnen nicht antworten. Geprüft wird Ihr Hinweis in spätestens ${days} Tagen.`,
    enforcement:
      'Bekommen Sie keine Antwort, oder hilft sie nicht? Dann können Sie sich kostenlos an diese Stelle wenden:',
    back: 'Zur Erklärung zur Barrierefreiheit',
    start: 'Zur Übersicht',
  },
  mail: {
    subject: (official: string) => `Barriere im Anliegenmelder: ${official}`,
    greeting: 'Guten Tag,',
    why: (official: string) =>
      `jemand hat auf den Seiten des Anliegenmelders eine Barriere gefunden. Kommune: ${official}. Der Hinweis lautet:`,
    page: 'Seite',
    language: 'Sprache der Seite',
    answerTo: (email: string, until: string) =>
      `Bitte antworten Sie bis ${until} an ${email}. Nennen Sie in der Antwort auch die Durchsetzungsstelle Ihres Landes.`,
    noAnswer: 'Eine E-Mail-Adresse für die Antwort wurde nicht genannt.',
    closing: 'Freundliche Grüße',
  },
}
