/** How to use the service, in easy German. Readers of the plain German pages get the same: that is what the page is for. */
export const howTo = {
  title: 'So geht das Melden',
  lead: 'Diese Seite ist in Einfacher Sprache.',
  switch: 'Alle Seiten in Einfacher Sprache',
  what: {
    title: 'Was kann ich melden?',
    broken: 'Etwas ist kaputt. Zum Beispiel: ein Loch in der Straße.',
    dirt: 'Irgendwo liegt Müll.',
    idea: 'Sie haben eine Idee für Ihren Ort.',
  },
  danger: 'Melden Sie hier keine Gefahr. Hier liest nicht immer jemand.',
  steps: {
    title: 'So melden Sie etwas',
    open: 'Drücken Sie auf „Etwas melden“ oder „Anliegen melden“.',
    write: 'Schreiben Sie: Was haben Sie gesehen?',
    topic: 'Wählen Sie ein Thema.',
    place: 'Zeigen Sie den Ort auf der Karte. Oder schreiben Sie die Straße auf.',
    contact: 'Schreiben Sie Ihre E-Mail-Adresse dazu. Das müssen Sie meistens nicht.',
    send: 'Drücken Sie auf den Knopf zum Absenden.',
  },
  after: {
    title: 'Was passiert dann?',
    number: 'Sie bekommen eine Nummer und einen geheimen Link.',
    link: 'Speichern Sie den Link. Damit sehen Sie: So weit ist das Amt.',
    answer: 'Das richtige Amt liest Ihre Meldung.',
    mail: 'Haben Sie Ihre E-Mail-Adresse aufgeschrieben? Dann bekommen Sie Post.',
  },
  afterNotJoined:
    'Ihr Ort macht hier noch nicht mit. Das Rathaus bekommt Ihre Meldung mit einer E-Mail. Vielleicht antwortet es nicht.',
  unreachable: 'Ihr Ort macht hier noch nicht mit. Darum können Sie hier noch nichts melden.',
  data: 'Sie brauchen kein Passwort. Ihren Namen zeigen wir nie.',
  help: 'Brauchen Sie Hilfe?',
}
