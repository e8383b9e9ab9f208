/** The report form and what comes right after it. */
type Disclosure = 'place_first' | 'all_at_once' | 'never'

const publication: Record<Disclosure, (town: string) => string> = {
  place_first: (town) =>
    `Kategorie und Stand sind sofort öffentlich, ebenso der Punkt auf der Karte. Ihr Text erst, nachdem ${town} ihn geprüft hat. Ihr Kontakt nie.`,
  all_at_once: () => 'Text und Ort sind sofort öffentlich. Ihr Kontakt nie.',
  never: () => 'Dieses Anliegen wird nicht veröffentlicht.',
}

export const form = {
  title: 'Anliegen melden',
  lead: 'Ohne Anmeldung, in etwa einer Minute.',

  describe: 'Was ist Ihnen aufgefallen?',
  description: 'Beschreibung',
  descriptionHint: 'Ein Satz genügt. Bitte keine Namen, Telefonnummern oder Kennzeichen.',

  category: 'Worum geht es?',
  categoryHint: 'Öffnen Sie eine Gruppe und wählen Sie, was am besten passt.',
  inGroup: (n: number) => (n === 1 ? '1 Kategorie' : `${n} Kategorien`),
  showQuestions: 'Fragen zur Kategorie zeigen',
  resting: {
    now: 'Zurzeit nicht möglich.',
    until: (day: string) => `Bis einschließlich ${day} nicht möglich.`,
    season: (day: string) => `Zurzeit nicht möglich, wieder ab ${day}.`,
    chosen: (category: string, reason: string) =>
      `„${category}“ können Sie gerade nicht melden. ${reason} Wählen Sie etwas anderes, Ihre Eingaben bleiben stehen.`,
  },
  onCall: 'Bereitschaft',
  questions: (category: string) => `Noch etwas zu: ${category}`,
  onlyIf: (question: string, answer: string) => `Nur wenn bei „${question}“ gilt: ${answer}`,

  place: 'Wo ist es?',
  placeHint: 'Tippen Sie auf die Karte, oder beschreiben Sie den Ort in Worten. Eines von beiden genügt.',
  address: 'Adresse oder bekannter Ort',
  addressHint: 'Zum Beispiel: Lange Straße 12, oder: Parkplatz hinter dem Freibad',
  coordinates: 'Koordinaten eingeben',
  latitude: 'Breite',
  latitudeHint: 'Zum Beispiel 52,0862',
  longitude: 'Länge',
  longitudeHint: 'Zum Beispiel 8,7441',

  contact: 'Möchten Sie erfahren, was daraus wird?',
  contactHint:
    'Mit E-Mail-Adresse schreiben wir Ihnen zum Stand. Ohne bekommen Sie einen geheimen Link und sehen dort selbst nach.',
  email: 'E-Mail-Adresse',
  name: 'Name',
  phone: 'Telefon',
  privacy: 'Ihre Daten sind nie öffentlich.',
  privacyKept: (months: number) =>
    `Ihre Daten sind nie öffentlich. ${months === 1 ? 'Einen Monat' : `${months} Monate`} nach Abschluss löschen wir sie. Über Ihren Link können Sie das auch selbst tun.`,
  /** Art. 13 GDPR, right where contact is asked for; the link follows. */
  privacyNotice: 'Wir nutzen sie nur, um Ihnen zu antworten oder nachzufragen. Mehr unter',
  notFor: 'Was Sie hier nicht melden können',
  publication,

  send: 'Anliegen absenden',

  sending: 'Wird gesendet …',

  stop: 'Bitte rufen Sie zuerst an.',
  call: (phone: string) => `${phone} anrufen`,
  sendAnyway: 'Anliegen jetzt absenden',
  stopHint: 'Ihr Anliegen ist noch nicht abgeschickt. Nichts geht verloren.',
  remark: 'Möchten Sie etwas dazu sagen?',
  house: 'Um welches Haus geht es?',
  houseAddress: 'Straße und Hausnummer',
  houseAddressHint: 'Zum Beispiel: Lange Straße 12',
  contactRequired: 'Wie erreichen wir Sie?',
  contactRequiredHint: 'Hierfür brauchen wir eine E-Mail-Adresse oder eine Telefonnummer.',
  county: (county: string) => `Dafür ist zuständig: ${county}.`,
  justOutside: 'Dieser Ort liegt knapp außerhalb.',
  nearBorder: (metres: number) =>
    `Der Ort liegt nur ${metres} m jenseits der Grenze. Wenn Sie sicher sind, können Sie auch hier melden.`,
  stay: (town: string) => `Hier bei ${town} melden`,

  danger: 'Ist jemand in Gefahr?',
  elsewhere: (town: string) => `Dieser Ort gehört zu ${town}.`,
  elsewhereText: 'Text und Ort nehmen wir mit. Sie müssen nichts noch einmal eingeben.',
  move: (town: string) => `Bei ${town} weitermachen`,
  otherPlace: 'Anderen Ort wählen',

  done: 'Danke, es ist angekommen.',
  yourNumber: 'Ihre Vorgangsnummer',
  department: 'Zuständig',
  answerBy: 'Antwort bis',
  next: 'So geht es weiter',
  today: 'Heute',
  todayText: 'Ihr Anliegen ist eingegangen.',
  until: (date: string) => `Bis ${date}`,
  untilText: 'Wir prüfen es und antworten.',
  usually: (days: number) => (days === 1 ? 'Meist nach einem Tag' : `Meist nach ${days} Tagen`),
  usuallyText: 'Solche Anliegen sind dann erledigt.',
  seeStatus: 'Stand ansehen',
  keepLink: 'Ihr Link zum Anliegen',
  keepLinkHint: 'Heben Sie ihn gut auf. Er gehört nur Ihnen, und wer ihn hat, sieht Ihr Anliegen.',
  copyLink: 'Link kopieren',
  copied: 'Kopiert',
  mailSent: (email: string) => `Wir schreiben Ihnen zum Stand an ${email}.`,
  another: 'Noch etwas melden',
}
