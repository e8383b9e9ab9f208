import type { form as german } from '../de/form.ts'

const CONTACT_NEVER = 'Ihren Namen, Ihre E-Mail-Adresse und Ihre Telefon-Nummer zeigen wir nie.'

export const form: typeof german = {
  title: 'Etwas melden',
  lead: 'Sie brauchen kein Passwort. Es dauert nicht lange.',

  describe: 'Was haben Sie gesehen?',
  description: 'Ihr Text',
  descriptionHint:
    'Ein Satz reicht. Schreiben Sie bitte keine Namen und keine Telefon-Nummern. Schreiben Sie auch keine Auto-Kennzeichen.',

  category: 'Was ist das Thema?',
  categoryHint: 'Öffnen Sie eine Gruppe. Dann wählen Sie: Was passt am besten?',
  inGroup: (n) => (n === 1 ? '1 Thema' : `${n} Themen`),
  showQuestions: 'Fragen zum Thema zeigen',
  resting: {
    now: 'Das geht gerade nicht.',
    until: (day) => `Das geht bis ${day} nicht.`,
    season: (day) => `Das geht gerade nicht. Ab ${day} geht es wieder.`,
    chosen: (category, reason) =>
      `„${category}“ können Sie gerade nicht melden. ${reason} Wählen Sie ein anderes Thema. Ihr Text bleibt hier.`,
  },
  onCall: 'Notdienst',
  questions: (category) => `Noch Fragen zum Thema: ${category}`,
  onlyIf: (question, answer) => `Nur bei dieser Antwort auf „${question}“: ${answer}`,

  place: 'Wo ist es?',
  placeHint: 'Tippen Sie auf die Karte. Oder schreiben Sie den Ort auf. Eins davon reicht.',
  address: 'Adresse oder bekannter Ort',
  addressHint: 'Zum Beispiel: Lange Straße 12. Oder: Park-Platz am Schwimm-Bad',
  coordinates: 'Den Ort mit Zahlen angeben',
  latitude: 'Breite',
  latitudeHint: 'Zum Beispiel 52,0862',
  longitude: 'Länge',
  longitudeHint: 'Zum Beispiel 8,7441',

  contact: 'Möchten Sie wissen: Wie geht es weiter?',
  contactHint:
    'Geben Sie uns Ihre E-Mail-Adresse. Dann schreiben wir Ihnen. Oder lassen Sie alles leer. Sie bekommen immer einen geheimen Link. Damit sehen Sie selbst nach.',
  email: 'E-Mail-Adresse',
  name: 'Name',
  phone: 'Telefon',
  privacy: 'Diese Daten zeigen wir nie.',
  privacyKept: (months) =>
    `Diese Daten zeigen wir nie. Ist Ihre Meldung beendet? ${months === 1 ? '1 Monat' : `${months} Monate`} danach löschen wir die Daten. Mit Ihrem Link können Sie die Daten auch selbst löschen.`,
  privacyNotice: 'Damit antworten wir Ihnen. Oder wir fragen etwas. Mehr steht hier:',
  notFor: 'Das können Sie hier nicht melden',
  publication: {
    place_first: (town) =>
      `Alle sehen sofort das Thema und den Punkt auf der Karte. Alle sehen auch unsere Arbeit daran. Ihren Text zeigen wir noch nicht. Zuerst prüft ${town} den Text. ${CONTACT_NEVER}`,
    all_at_once: () => `Alle sehen sofort Ihren Text und den Ort. ${CONTACT_NEVER}`,
    never: () => 'Diese Meldung zeigen wir nicht.',
  },

  send: 'Meldung senden',

  sending: 'Wir senden …',

  stop: 'Rufen Sie bitte zuerst an.',
  call: (phone) => `${phone} anrufen`,
  sendAnyway: 'Meldung jetzt senden',
  stopHint: 'Ihre Meldung ist noch nicht gesendet. Alles bleibt da.',
  remark: 'Möchten Sie noch etwas sagen?',
  house: 'Für welches Haus ist es?',
  houseAddress: 'Straße und Haus-Nummer',
  houseAddressHint: 'Zum Beispiel: Lange Straße 12',
  contactRequired: 'Wie können wir Sie erreichen?',
  contactRequiredHint: 'Schreiben Sie Ihre E-Mail-Adresse oder Ihre Telefon-Nummer. Wir brauchen eins davon.',
  county: (county) => `Dafür ist zuständig: ${county}.`,
  justOutside: 'Dieser Ort liegt knapp außerhalb.',
  nearBorder: (metres) =>
    `Der Ort liegt nur ${metres} Meter hinter der Grenze. Sind Sie sicher? Dann können Sie auch hier melden.`,
  stay: (town) => `Hier bei ${town} melden`,

  danger: 'Ist jemand in Gefahr?',
  elsewhere: (town) => `Dieser Ort gehört zu ${town}.`,
  elsewhereText: 'Ihr Text und der Ort bleiben da. Sie müssen nichts noch einmal schreiben.',
  move: (town) => `Bei ${town} weitermachen`,
  otherPlace: 'Anderen Ort wählen',

  done: 'Danke. Ihre Meldung ist da.',
  yourNumber: 'Ihre Nummer',
  department: 'Wer kümmert sich?',
  answerBy: 'Wir antworten bis',
  next: 'So geht es weiter',
  today: 'Heute',
  todayText: 'Ihre Meldung ist bei uns angekommen.',
  until: (date) => `Bis ${date}`,
  untilText: 'Wir sehen uns Ihre Meldung an. Dann antworten wir.',
  usually: (days) => (days === 1 ? 'Oft nach einem Tag' : `Oft nach ${days} Tagen`),
  usuallyText: 'Dann ist so etwas fertig.',
  seeStatus: 'Wie weit sind wir?',
  keepLink: 'Ihr Link zur Meldung',
  keepLinkHint: 'Speichern Sie den Link. Er ist nur für Sie. Mit dem Link sieht man Ihre Meldung.',
  copyLink: 'Link kopieren',
  copied: 'Kopiert',
  mailSent: (email) => `Wir schreiben Ihnen an diese Adresse: ${email}.`,
  another: 'Noch etwas melden',
}
