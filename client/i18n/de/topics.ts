import type { TownInWords } from '../town-words.ts'

/** Topic pages: what can be reported and what becomes of it. */
export const topics = {
  title: ({ forms }: TownInWords) => `Was Sie ${forms.in} melden können`,
  all: 'Alle Themen',
  lead: 'Zu jedem Thema steht, wer sich kümmert und wie lange es dauert.',
  description: (official: string) => `Alle Themen, zu denen Sie etwas melden können. Dienst von: ${official}.`,
  searchLabel: 'Thema suchen',
  searchHint: 'Zum Beispiel Laterne',
  none: (q: string) => `Zu „${q}“ gibt es kein eigenes Thema`,
  noneText: 'Schreiben Sie uns trotzdem. Wir finden heraus, wer sich kümmert.',
  found: (n: number) => (n === 1 ? '1 Thema gefunden' : `${n} Themen gefunden`),
  showAll: 'Alle Themen zeigen',

  /** With a colon, since names stand in the nominative: "Wilder Müll". */
  reportTitle: (category: string, { forms }: TownInWords) => `${category}: ${forms.in} melden`,
  orderTitle: (category: string, { forms }: TownInWords) => `${category} ${forms.in}`,
  topicDescription: (category: string, { forms }: TownInWords) =>
    `${category} ${forms.in}: wer sich kümmert, wie es weitergeht und wie lange es dauert.`,
  topicLead: 'Ein Satz und der Ort genügen. Ohne Anmeldung.',
  orderLead: 'Wir brauchen die Anschrift und eine Angabe, wie wir Sie erreichen.',
  report: 'Jetzt melden',
  order: 'Jetzt beauftragen',
  restingTitle: 'Das geht gerade nicht',
  reportOther: 'Etwas anderes melden',
  onCall: 'Bereitschaft',

  duration: 'Wie lange dauert es?',
  days: (n: number) => (n === 1 ? '1 Tag' : `${n.toLocaleString('de')} Tage`),
  half: 'So schnell war die Hälfte erledigt.',
  nineOfTen: (n: number) => `Neun von zehn waren es nach ${n === 1 ? 'einem Tag' : `${n.toLocaleString('de')} Tagen`}.`,
  cases: (n: number) => `Gezählt: ${n.toLocaleString('de')} Anliegen aus 12 Monaten.`,
  tooFew: 'In den letzten 12 Monaten sind zu wenige abgeschlossen, um es ehrlich zu sagen.',
  notCounted: 'Solche Anliegen sind nicht öffentlich. Deshalb nennen wir keine Zahlen.',

  next: 'Was passiert danach?',
  check: 'Wir prüfen',
  checkText: (days: number) =>
    days === 1 ? 'Am nächsten Arbeitstag haben Sie eine Antwort.' : `In ${days} Arbeitstagen haben Sie eine Antwort.`,
  care: 'Wir kümmern uns',
  careText: (department: string) => `Zuständig: ${department}. Was nicht zu uns gehört, geben wir weiter.`,
  tell: 'Wir melden uns',
  tellText: 'Mit E-Mail-Adresse schreiben wir Ihnen. Ohne sehen Sie den Stand über Ihren Link.',
  tellByLink: 'Sie sehen den Stand jederzeit über Ihren Link.',

  inCharge: 'Wer ist zuständig?',
  usually: 'In der Regel',
  whereNamed: (place: string) => `Im Bereich ${place}`,
  inPart: 'In einem Teil des Gebiets',
  answered: (question: string, answer: string) => `${question} ${answer}`,
  or: ' oder ',
  county: 'der Kreis',
  noNeedToKnow: 'Sie müssen das nicht wissen. Wir geben es weiter.',

  publicTitle: 'Was ist öffentlich?',
  orderNeverPublic: 'Nichts. Ein Auftrag bleibt zwischen Ihnen und uns.',
  neverPublic: 'Nichts. Solche Anliegen sehen nur Sie und die Zuständigen.',
  latest: 'Zuletzt gemeldet',
  noneYet: 'Dazu ist noch nichts gemeldet.',
  allOf: (n: string) => (n === '1' ? 'Das eine Anliegen in der Liste' : `Alle ${n} Anliegen dazu`),

  /** For previews in messengers and for search engines: nothing of what people wrote. */
  share: {
    report: (category: string, status: string, place: string) => `${category} ${place}. Stand: ${status}.`,
    inTown: ({ forms }: TownInWords) => forms.in,
    inDistrict: (district: string, { forms }: TownInWords) => `im Bereich ${district}, ${forms.in}`,
    copy: 'Link kopieren',
    copied: 'Link kopiert',
    address: 'Adresse dieser Seite',
  },
}
