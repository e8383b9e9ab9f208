import type { topics as german } from '../de/topics.ts'

export const topics: typeof german = {
  title: ({ forms }) => `Das können Sie ${forms.in} melden`,
  all: 'Alle Themen',
  lead: 'Wählen Sie ein Thema. Dann sehen Sie: So geht es weiter.',
  description: (official) =>
    `Hier stehen alle Themen. Sie können zu jedem Thema etwas melden. Die Seite ist von: ${official}.`,
  searchLabel: 'Thema suchen',
  searchHint: 'Zum Beispiel Laterne',
  none: (q) => `Zu „${q}“ gibt es kein Thema`,
  noneText: 'Sie können uns trotzdem schreiben. Wir finden das richtige Amt.',
  found: (n) => (n === 1 ? 'Wir haben 1 Thema gefunden' : `Wir haben ${n} Themen gefunden`),
  showAll: 'Alle Themen zeigen',

  reportTitle: (category, { forms }) => `${category}: So melden Sie das ${forms.in}`,
  orderTitle: (category, { forms }) => `${category} ${forms.in}`,
  topicDescription: (category, { forms }) => `${category} ${forms.in}. Hier lesen Sie: So geht es weiter.`,
  topicLead: 'Schreiben Sie einen Satz. Sagen Sie uns den Ort. Das reicht.',
  orderLead: 'Sagen Sie uns Ihre Adresse. Sagen Sie uns auch: So erreichen wir Sie.',
  report: 'Jetzt melden',
  order: 'Jetzt bestellen',
  restingTitle: 'Das geht gerade nicht',
  reportOther: 'Etwas anderes melden',
  onCall: 'Diese Nummer geht immer',

  duration: 'Wie lange dauert es?',
  days: (n) => (n === 1 ? '1 Tag' : `${n.toLocaleString('de')} Tage`),
  half: 'Die Hälfte war so schnell fertig.',
  nineOfTen: (n) =>
    `Fast alle waren nach ${n === 1 ? 'einem Tag' : `${n.toLocaleString('de')} Tagen`} fertig. Das heißt: 9 von 10.`,
  cases: (n) => `Wir haben ${n.toLocaleString('de')} Meldungen gezählt. Sie sind aus 12 Monaten.`,
  tooFew: 'Hier stehen später Zahlen. Noch gibt es zu wenige fertige Meldungen.',
  notCounted: 'Diese Meldungen zeigen wir nicht. Darum zeigen wir hier auch keine Zahlen.',

  next: 'So geht es weiter',
  check: 'Wir sehen uns das an',
  checkText: (days) =>
    days === 1
      ? 'Am nächsten Arbeits-Tag bekommen Sie eine Antwort.'
      : `In ${days} Arbeits-Tagen bekommen Sie eine Antwort.`,
  care: 'Wir kümmern uns',
  careText: (department) =>
    `Darum kümmert sich: ${department}. Manchmal ist ein anderes Amt richtig. Dann geben wir es weiter.`,
  tell: 'Wir sagen Ihnen Bescheid',
  tellText:
    'Haben Sie uns Ihre E-Mail-Adresse gesagt? Dann schreiben wir Ihnen. Sonst sehen Sie alles über Ihren Link.',
  tellByLink: 'Sie sehen alles über Ihren Link.',

  inCharge: 'Wer kümmert sich?',
  usually: 'Meistens',
  whereNamed: (place) => `In diesem Teil: ${place}`,
  inPart: 'In einem anderen Teil',
  answered: (question, answer) => `${question} ${answer}`,
  or: ' oder ',
  county: 'der Kreis',
  noNeedToKnow: 'Sie müssen das nicht wissen. Wir geben es weiter.',

  publicTitle: 'Was können alle sehen?',
  orderNeverPublic: 'Nichts. Nur Sie und wir sehen Ihre Bestellung.',
  neverPublic: 'Nichts. Nur Sie und das Amt sehen diese Meldung.',
  latest: 'Das haben andere gemeldet',
  noneYet: 'Dazu gibt es noch keine Meldung.',
  allOf: (n) => (n === '1' ? 'Die Meldung in der Liste' : `Alle ${n} Meldungen dazu`),

  share: {
    report: (category, status, place) => `${category} ${place}. So weit sind wir: ${status}.`,
    inTown: ({ forms }) => forms.in,
    inDistrict: (district, { forms }) => `in diesem Teil: ${district}, ${forms.in}`,
    copy: 'Link kopieren',
    copied: 'Link ist kopiert',
    address: 'Adresse von dieser Seite',
  },
}
