/** The privacy notice. It says what the product does today, and no more: what changes there changes here. */
const months = (n: number) => (n === 1 ? '1 Monat' : `${n} Monate`)

export const privacy = {
  lead: 'Was mit Ihren Angaben geschieht, wenn Sie hier etwas melden.',

  /** The short form beside the contact fields. */
  notice: {
    who: (official: string) => `Verantwortlich für Ihre Daten: ${official}.`,
    operator: 'Verantwortlich für Ihre Daten ist der Betreiber der Plattform Anliegenwerk.',
    purpose: 'Ihre Kontaktdaten dienen nur dazu, Ihnen zu antworten oder nachzufragen',
    basis: '(Art. 6 Abs. 1 Buchst. e DSGVO).',
    basisNotJoined: '(Art. 6 Abs. 1 Buchst. f DSGVO).',
    keep: (n: number) => `Sie sind nie öffentlich. ${months(n)} nach Abschluss löschen wir sie.`,
    rights:
      'Über Ihren geheimen Link können Sie alles ansehen und selbst löschen. Sie können Auskunft, Berichtigung und Löschung auch verlangen, widersprechen und sich beschweren.',
    more: 'Mehr unter',
  },

  controller: {
    title: 'Wer verantwortlich ist',
    member: (official: string) => `Verantwortlich für Ihre Daten ist: ${official}.`,
    officer: 'Unter dieser Adresse erreichen Sie auch die Datenschutzbeauftragten.',
    notJoined: (name: string) =>
      `${name} hat diese Seite nicht beauftragt. Verantwortlich ist der Betreiber der Plattform Anliegenwerk. Was das Rathaus mit einem weitergegebenen Anliegen macht, verantwortet das Rathaus.`,
  },
  platform: {
    title: 'Wer die Seiten betreibt',
    member: (of: string) => `Anliegenwerk, die gemeinsame Plattform, betreibt diese Seiten im Auftrag ${of}.`,
    operator: (name: string) => `Betreiber ist ${name}.`,
    lead: 'Was geschieht, wenn Sie die gemeinsamen Seiten der Plattform benutzen.',
    controller: 'Verantwortlich für diese gemeinsamen Seiten ist der Betreiber der Plattform.',
    towns:
      'Für ein Anliegen ist die Kommune verantwortlich, bei der Sie es melden. Deren Hinweise stehen auf ihren Seiten.',
    search: 'Wonach Sie suchen, um Ihre Kommune zu finden, speichern wir nicht.',
    staff:
      'Von Beschäftigten, die sich anmelden: Name, dienstliche E-Mail-Adresse, ein verschlüsseltes Passwort und ein Cookie für die Dauer der Anmeldung.',
    basis: 'Rechtsgrundlage: Art. 6 Abs. 1 Buchst. f DSGVO, das berechtigte Interesse, diese Seiten zu betreiben.',
    complaint: 'Beschweren können Sie sich bei jeder Datenschutzaufsicht.',
    agreement: (date: string) => `Der Vertrag zur Auftragsverarbeitung (Art. 28 DSGVO) ist vom ${date}.`,
  },
  purpose: {
    title: 'Wozu, und auf welcher Grundlage',
    text: 'Um Ihr Anliegen anzunehmen, an die zuständige Stelle zu geben, zu bearbeiten, Ihnen zu antworten und den Stand zu zeigen.',
    member: (of: string) =>
      `Das gehört zu den öffentlichen Aufgaben ${of}. Rechtsgrundlage: Art. 6 Abs. 1 Buchst. e DSGVO mit dem Recht des Landes.`,
    notJoined:
      'Rechtsgrundlage: Art. 6 Abs. 1 Buchst. f DSGVO, das berechtigte Interesse, Ihr Anliegen dorthin zu geben, wohin Sie es richten.',
  },
  data: {
    title: 'Welche Daten',
    report: 'Kategorie, Text und Ort, dazu Antworten auf Fragen. Ohne sie können wir nichts tun.',
    photos:
      'Fotos, wenn Sie welche mitschicken. Aufnahmeort und Kameradaten entfernen wir, bevor wir sie auf den Servern der Plattform speichern. Öffentlich werden sie erst, wenn jemand sie geprüft hat.',
    follower:
      'Ihre E-Mail-Adresse, wenn Sie einem Anliegen folgen und das über einen Link in einer E-Mail bestätigt haben.',
    rating: 'Ihre Bewertung nach dem Abschluss, wenn Sie eine abgeben. Öffentlich wird sie nicht.',
    feedback: 'Ihre Worte zu einer Barriere auf diesen Seiten und Ihre E-Mail-Adresse, wenn Sie eine Antwort möchten.',
    contact: 'Name, E-Mail-Adresse und Telefonnummer nur, wenn Sie sie angeben.',
    contactNeeded:
      'Bei einzelnen Kategorien brauchen wir eine E-Mail-Adresse oder Telefonnummer. Das Formular sagt es.',
    account: 'Kein Konto und keine Cookies. Nur Beschäftigte melden sich an.',
    tab: 'Was Sie auf einer Seite des Formulars tippen, merkt sich Ihr Browser in diesem Tab, bis Sie weitergehen oder den Tab schließen.',
    log: 'Das Protokoll des Programms hält Zeit, Seite und Ergebnis jedes Aufrufs fest, ohne IP-Adresse, Gerät oder geheimen Link.',
    counts:
      'Wir zählen je Tag, wie oft Seiten und Formular benutzt werden, am Handy oder am Computer. Niemand ist darin zu erkennen.',
  },
  keep: {
    title: 'Wie lange',
    member: (official: string) => `${official} hat diese Fristen festgelegt. Sie beginnen mit dem Ende des Anliegens:`,
    notJoined: 'Festgelegt sind diese Fristen. Sie beginnen mit dem Ende des Anliegens:',
    contact: (n: number) => `Kontaktdaten: ${months(n)}`,
    text: (n: number) => `Texte und Antworten: ${months(n)}`,
    photos: (n: number) => `Fotos: ${months(n)}`,
    category: (name: string, contact: number, text: number, photos: number) =>
      `${name}: Kontaktdaten ${months(contact)}, Texte ${months(text)}, Fotos ${months(photos)}`,
    categories: 'Für einzelne Kategorien gilt anderes:',
    automatic:
      'Ist die Zeit um, löscht das Programm in der nächsten Nacht von selbst: Texte mit allen Antworten, Nachrichten und Vermerken, Fotos mit allen Kopien. Ein Nachweis zählt mit. Nummer, Kategorie, Ort und Verlauf ohne Texte bleiben.',
    follower:
      'Die Adresse von Menschen, die folgen: bis sie es beenden, und nicht länger als die Kontaktdaten des Anliegens. Der Link zum Beenden steht in jeder E-Mail. Ohne Bestätigung: 48 Stunden.',
    feedback: 'Hinweise auf Barrieren: noch sieben Tage, nachdem sie bei der zuständigen Stelle sind.',
    draft:
      'Was Sie ins Formular eintragen, liegt mit Ihren Fotos 48 Stunden auf dem Server, erreichbar nur über einen geheimen Link. Danach ist es gelöscht. Mit „Später weiter“ merkt sich Ihr Gerät diesen Link.',
    sendingKey: 'Damit doppelt Gesendetes nicht doppelt ankommt, gilt eine Prüfsumme davon 30 Tage.',
  },
  seen: {
    title: 'Wer was sieht',
    department:
      'Der zuständige Fachbereich und die Leitstelle sehen alles, auch Ihren Kontakt. Das gilt auch, wenn der Fachbereich einer anderen Kommune hier mitarbeitet.',
    systems:
      'Arbeitet der Fachbereich mit einem eigenen Programm, liest es diese Anliegen mit einem Schlüssel. Ihren Kontakt bekommt es nur, wenn die Kommune das erlaubt hat. Jeder solche Abruf wird vermerkt.',
    partner:
      'Stellen außerhalb, etwa Stadtwerke, bekommen per E-Mail und Link Text, Ort und Antworten. Ihren Kontakt nie.',
    elsewhere:
      'Liegt der Ort an der Grenze, kann das Anliegen an die Nachbarkommune gehen: mit Text, Ort und Antworten, ohne Kontakt.',
    townHall: 'Das Rathaus bekommt per E-Mail und Link Text, Ort und Antworten. Ihren Kontakt nie.',
    mail: 'E-Mails gehen über den Mailserver des Betreibers. Kommt eine als unzustellbar zurück, vermerken wir das und schreiben dorthin nicht mehr.',
    public: 'Öffentlich wird, was das Formular beim Absenden sagt. Ihr Kontakt nie.',
  },
  map: {
    title: 'Karte',
    none: 'Die Karte kommt von uns selbst. Kein Kartendienst erfährt von Ihrem Besuch.',
    direct: (host: string) =>
      `Ihr Browser lädt die Kartenbilder von ${host}. Dieser Dienst erfährt dabei Ihre IP-Adresse. Ohne JavaScript lädt er sie nicht.`,
    locationTitle: 'Standort',
    location: 'Ihren Standort fragt der Browser nur ab, wenn Sie es möchten.',
  },
  rights: {
    title: 'Ihre Rechte',
    text: 'Sie können Auskunft verlangen (Art. 15 DSGVO), Berichtigung (Art. 16), Löschung (Art. 17) und Einschränkung (Art. 18). Sie können der Verarbeitung widersprechen (Art. 21).',
    self: 'Das meiste geht sofort und ohne Anfrage: Über Ihren geheimen Link sehen Sie unter „Ihre Daten“, was gespeichert ist, laden es herunter und löschen Ihren Kontakt oder alles von Ihnen.',
    how: 'Für alles andere schreiben Sie an die Adresse oben und nennen Sie die Vorgangsnummer.',
    automatic:
      'Über Sie wird nichts automatisch entschieden. Ein Programm bestimmt nur, welcher Fachbereich Ihr Anliegen zuerst bekommt.',
    complaint: 'Beschweren können Sie sich bei der Datenschutzaufsicht:',
    complaintNotJoined: 'Beschweren können Sie sich bei jeder Datenschutzaufsicht, zum Beispiel hier:',
  },
}
