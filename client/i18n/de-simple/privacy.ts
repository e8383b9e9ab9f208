import type { privacy as german } from '../de/privacy.ts'

const months = (n: number) => (n === 1 ? '1 Monat' : `${n} Monate`)

export const privacy: typeof german = {
  lead: 'Sie melden hier etwas. Was machen wir mit Ihren Daten? Das steht hier.',

  notice: {
    who: (official) => `Für Ihre Daten ist zuständig: ${official}.`,
    operator: 'Für Ihre Daten ist Anliegenwerk zuständig.',
    purpose: 'Damit antworten wir Ihnen. Oder wir fragen etwas.',
    basis: 'So steht es im Gesetz: Art. 6 Abs. 1 Buchst. e DSGVO.',
    basisNotJoined: 'So steht es im Gesetz: Art. 6 Abs. 1 Buchst. f DSGVO.',
    keep: (n) => `Diese Daten zeigen wir nie. Ist Ihre Meldung beendet? ${months(n)} danach löschen wir die Daten.`,
    rights:
      'Sie bekommen einen geheimen Link. Damit sehen Sie Ihre Daten. Damit können Sie die Daten auch löschen. Sie dürfen fragen: Welche Daten haben Sie von mir? Sie dürfen sagen: Das ist falsch. Löschen Sie das. Das möchte ich nicht. Sie dürfen sich auch beschweren.',
    more: 'Mehr steht hier:',
  },

  controller: {
    title: 'Wer passt auf Ihre Daten auf?',
    member: (official) => `Für Ihre Daten ist zuständig: ${official}.`,
    officer: 'Dort arbeiten auch Menschen für den Daten-Schutz. Schreiben Sie an diese Adresse.',
    notJoined: (name) =>
      `${name} macht hier nicht mit. Die Seite gehört zu Anliegenwerk. Anliegenwerk passt auf Ihre Daten auf. Wir geben Ihre Meldung an das Rathaus. Danach passt das Rathaus darauf auf.`,
  },
  platform: {
    title: 'Wer macht diese Seite?',
    member: (of) => `Anliegenwerk macht diese Seite. Das ist ein Auftrag ${of}.`,
    operator: (name) => `Anliegenwerk gehört zu: ${name}.`,
    lead: 'Sie benutzen diese Seite. Was machen wir mit Ihren Daten? Das steht hier.',
    controller: 'Für diese Seite ist Anliegenwerk zuständig.',
    towns: 'Sie melden etwas bei einem Ort. Dann ist der Ort zuständig. Das steht auf den Seiten von dem Ort.',
    search: 'Sie suchen Ihren Ort. Wir speichern nicht, was Sie suchen.',
    staff:
      'Menschen aus dem Amt melden sich hier an. Von ihnen speichern wir: den Namen, die E-Mail-Adresse von der Arbeit und ein geheimes Passwort. Dazu ein Cookie.',
    basis: 'Das Gesetz erlaubt es: Art. 6 Abs. 1 Buchst. f DSGVO.',
    complaint: 'Sind Sie nicht zufrieden? Dann schreiben Sie an ein Amt für Daten-Schutz.',
    agreement: (date) => `Dazu gibt es einen Vertrag (Art. 28 DSGVO). Der Vertrag ist vom ${date}.`,
  },
  purpose: {
    title: 'Warum brauchen wir Daten?',
    text: 'Wir nehmen Ihre Meldung an. Wir geben sie an das richtige Amt. Wir antworten Ihnen. Wir zeigen: So weit sind wir.',
    member: (of) => `Das ist eine Aufgabe ${of}. So steht es im Gesetz: Art. 6 Abs. 1 Buchst. e DSGVO.`,
    notJoined: 'Sie möchten etwas melden. Dabei helfen wir. Das Gesetz erlaubt es: Art. 6 Abs. 1 Buchst. f DSGVO.',
  },
  data: {
    title: 'Welche Daten sind das?',
    report: 'Das Thema, Ihr Text und der Ort. Dazu Ihre Antworten auf Fragen. Das brauchen wir immer.',
    photos:
      'Fotos. Aber nur, wenn Sie Fotos schicken. In Fotos steht oft: Wo und womit ist das Foto gemacht? Das nehmen wir heraus. Ein Mensch prüft das Foto. Erst danach sehen es alle.',
    follower:
      'Sie möchten wissen: Was passiert mit einer Meldung? Dann brauchen wir Ihre E-Mail-Adresse. Sie müssen erst auf einen Link in einer E-Mail tippen.',
    rating: 'Sie können sagen: Das war gut. Oder: Das war nicht gut. Das zeigen wir niemand anderem.',
    feedback:
      'Sie schreiben: Diese Seite geht nicht gut. Dann speichern wir Ihren Text. Und Ihre E-Mail-Adresse, wenn Sie eine Antwort möchten.',
    contact: 'Name, E-Mail-Adresse und Telefon-Nummer. Aber nur, wenn Sie das aufschreiben.',
    contactNeeded:
      'Bei manchen Themen brauchen wir Ihre E-Mail-Adresse oder Ihre Telefon-Nummer. Dann steht es im Formular.',
    account: 'Sie brauchen kein Passwort. Wir benutzen für Sie keine Cookies.',
    tab: 'Sie schreiben etwas in das Formular. Ihr Browser merkt sich das. Dann gehen Sie weiter. Oder Sie schließen die Seite. Danach ist es aus dem Browser weg.',
    log: 'Das Programm schreibt auf: Wann hat jemand welche Seite geöffnet? Es schreibt nicht auf, wer das war.',
    counts:
      'Wir zählen: So oft öffnen Menschen die Seite. Wir zählen auch: am Handy oder am Computer. Wir wissen nicht, wer Sie sind.',
  },
  keep: {
    title: 'Wie lange bleiben die Daten?',
    member: (official) =>
      `Diese Zeiten gelten. Sie beginnen am Ende der Meldung. Sie sind festgelegt von: ${official}.`,
    notJoined: 'Diese Zeiten gelten. Sie beginnen am Ende der Meldung.',
    contact: (n) => `Name, E-Mail und Telefon: ${months(n)}`,
    text: (n) => `Texte und Antworten: ${months(n)}`,
    photos: (n) => `Fotos: ${months(n)}`,
    category: (name, contact, text, photos) =>
      `${name}: Name, E-Mail und Telefon ${months(contact)}. Texte ${months(text)}. Fotos ${months(photos)}.`,
    categories: 'Bei manchen Themen ist es anders:',
    automatic:
      'Ist die Zeit vorbei? Dann löscht das Programm die Daten. Das passiert in der Nacht danach. Das Amt behält nur: Nummer, Thema, Ort und was wann war.',
    follower:
      'Sie bekommen E-Mails zu einer Meldung? In jeder E-Mail ist ein Link. Damit hören die E-Mails auf. Dann ist Ihre Adresse weg. Ist die Meldung lange beendet? Dann ist Ihre Adresse auch weg. Sie haben nicht auf den Link getippt? Dann ist sie nach 48 Stunden weg.',
    feedback: 'Ihr Text zu einer Barriere geht an das richtige Amt. Er bleibt noch 7 Tage bei uns.',
    draft:
      'Sie schreiben etwas in das Formular. Das liegt 48 Stunden auf unserem Computer. Auch Ihre Fotos liegen dort. Man braucht dafür einen geheimen Link. Nach 48 Stunden ist alles weg. Sie wählen: Später weiter? Dann merkt sich Ihr Gerät den Link.',
    sendingKey: 'Vielleicht senden Sie etwas zwei Mal. Wir merken das 30 Tage lang. So kommt es nur ein Mal an.',
  },
  seen: {
    title: 'Wer sieht was?',
    department:
      'Das richtige Amt sieht alles. Es sieht auch Ihren Namen, Ihre E-Mail-Adresse und Ihre Telefon-Nummer. Manchmal ist das Amt aus einem anderen Ort.',
    systems:
      'Der Fachbereich kann ein eigenes Programm haben. Das Programm liest die Anliegen mit einem Schlüssel. Ihren Kontakt bekommt es nur, wenn die Kommune es erlaubt. Wir schreiben auf, wann das war.',
    partner:
      'Manchmal helfen andere, zum Beispiel die Stadt-Werke. Sie sehen den Text, den Ort und die Antworten. Ihren Namen sehen sie nie.',
    elsewhere:
      'Manchmal ist der Ort an der Grenze. Dann macht der Nachbar-Ort weiter. Er bekommt den Text, den Ort und die Antworten. Ihren Namen bekommt er nicht.',
    townHall: 'Das Rathaus bekommt den Text, den Ort und die Antworten. Ihren Namen bekommt es nie.',
    mail: 'Unsere E-Mails kommen von Anliegenwerk. Vielleicht gibt es eine Adresse nicht. Dann merken wir das. Und wir schreiben nicht mehr dorthin.',
    public: 'Was sehen alle? Das steht im Formular, bevor Sie senden. Ihren Namen sieht niemand.',
  },
  map: {
    title: 'Karte',
    none: 'Die Karte machen wir selbst. Keine andere Firma weiß: Sie waren hier.',
    direct: (host) =>
      `Die Bilder der Karte kommen von: ${host}. Diese Stelle sieht die Internet-Adresse von Ihrem Gerät.`,
    locationTitle: 'Ihr Ort',
    location: 'Wo sind Sie gerade? Das fragt der Browser nur, wenn Sie es möchten.',
  },
  rights: {
    title: 'Das dürfen Sie',
    text: 'Sie dürfen fragen: Welche Daten haben Sie von mir? Sie dürfen sagen: Das ist falsch. Sie dürfen sagen: Löschen Sie meine Daten. Sie dürfen sagen: Benutzen Sie meine Daten nicht. Das steht in Art. 15 bis 18 und Art. 21 DSGVO.',
    self: 'Sie haben einen geheimen Link zu Ihrer Meldung. Öffnen Sie den Link. Wählen Sie: Ihre Daten. Dort sehen Sie alles. Dort können Sie alles löschen.',
    how: 'Möchten Sie etwas anderes? Schreiben Sie an die Adresse oben. Schreiben Sie die Nummer von Ihrer Meldung dazu.',
    automatic: 'Das Programm wählt nur: Dieses Amt bekommt Ihre Meldung. Über Sie entscheidet kein Programm.',
    complaint: 'Sind Sie nicht zufrieden? Dann schreiben Sie an dieses Amt:',
    complaintNotJoined:
      'Sind Sie nicht zufrieden? Dann schreiben Sie an ein Amt für Daten-Schutz. Zum Beispiel an dieses:',
  },
}
