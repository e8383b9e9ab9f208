/** Mails to people who reported something. Each entry: subject and paragraphs; the frame adds greeting and link. */

export type MailFacts = {
  number: number
  category: string
  place: string | null
  department: string
  /** Formatted, with weekday. */
  answerBy: string
  date: string | null
  until: string | null
  partner: string | null
  /** The town's public words. */
  answer: string | null
  question: string | null
  /** Who wrote the answer, where it was not the town itself. */
  by: string | null
  /** Official name. */
  town: string
  /** What the town says at once about such reports. */
  instantAnswer: string | null
  /** Number of the report into which it was merged. */
  into: number | null
}
export type OutsideMailFacts = {
  number: number
  category: string
  /** Official name. */
  town: string
  partner: string
  /** Formatted: last day of the link. */
  until: string
}
export type MailWords = { subject: string; paragraphs: (string | null)[] }

const matter = ({ category, place }: MailFacts) => (place ? `„${category}“ (${place})` : `„${category}“`)

export const mail = {
  greeting: 'Guten Tag,',
  followLink: 'Den Stand sehen Sie jederzeit hier:',
  linkIsYours: 'Dieser Link gehört nur Ihnen. Wer ihn hat, sieht Ihr Anliegen.',
  stop: 'Möchten Sie keine E-Mails mehr dazu, oder ist das Anliegen nicht von Ihnen?',
  closing: 'Freundliche Grüße',

  submitted: (f: MailFacts): MailWords => ({
    subject: `Ihr Anliegen #${f.number} ist angekommen`,
    paragraphs: [
      `danke für Ihren Hinweis. Ihr Anliegen ${matter(f)} ist angekommen.`,
      `Vorgangsnummer: #${f.number}\nZuständig: ${f.department}\nAntwort bis: ${f.answerBy}`,
      f.partner && `Die Arbeit übernimmt: ${f.partner}. Wir bleiben Ihr Ansprechpartner.`,
      f.instantAnswer,
    ],
  }),
  /** Instead of the receipt, where the town has not joined: nothing is promised in its name. */
  forwarded: (f: MailFacts): MailWords => ({
    subject: `Ihr Anliegen #${f.number} ist weitergeleitet`,
    paragraphs: [
      `danke für Ihren Hinweis. Wir haben Ihr Anliegen ${matter(f)} per E-Mail weitergeleitet an: ${f.town}.`,
      `Diese Kommune macht hier noch nicht mit. Sie kann Ihnen trotzdem über uns antworten. Wann, können wir nicht zusagen.`,
      `Vorgangsnummer: #${f.number}`,
    ],
  }),
  scheduled: (f: MailFacts): MailWords => ({
    subject: `Ihr Anliegen #${f.number}: geplant für den ${f.date}`,
    paragraphs: [`die Arbeit an Ihrem Anliegen ${matter(f)} ist geplant für ${f.date}.`, f.answer],
  }),
  asked: (f: MailFacts): MailWords => ({
    subject: `Ihr Anliegen #${f.number}: wir haben eine Rückfrage`,
    paragraphs: [
      `zu Ihrem Anliegen ${matter(f)} brauchen wir noch eine Angabe von Ihnen:`,
      f.question,
      `Bitte antworten Sie bis ${f.until} über den Link unten. Danach arbeiten wir mit dem weiter, was wir wissen.`,
    ],
  }),
  partner_involved: (f: MailFacts): MailWords => ({
    subject: `Ihr Anliegen #${f.number} liegt jetzt bei ${f.partner}`,
    paragraphs: [
      `wir haben Ihr Anliegen ${matter(f)} weitergegeben. Es liegt jetzt bei ${f.partner}. Wir bleiben Ihr Ansprechpartner.`,
    ],
  }),
  answered: (f: MailFacts): MailWords => ({
    subject: `Ihr Anliegen #${f.number}: ${f.by ? 'eine Antwort' : 'wir haben geantwortet'}`,
    paragraphs: [
      f.by
        ? `zu Ihrem Anliegen ${matter(f)} gibt es eine Antwort. ${f.by} schreibt:`
        : `zu Ihrem Anliegen ${matter(f)} schreiben wir Ihnen:`,
      f.answer,
    ],
  }),
  closed: (f: MailFacts): MailWords => ({
    subject: `Ihr Anliegen #${f.number} ist erledigt`,
    paragraphs: [`Ihr Anliegen ${matter(f)} ist erledigt.`, f.answer],
  }),
  declined: (f: MailFacts): MailWords => ({
    subject: `Ihr Anliegen #${f.number}: warum wir nichts unternehmen`,
    paragraphs: [`wir haben Ihr Anliegen ${matter(f)} geprüft und schließen es ohne Maßnahme ab.`, f.answer],
  }),
  handed_over: (f: MailFacts): MailWords => ({
    subject: `Ihr Anliegen #${f.number} liegt jetzt bei ${f.partner}`,
    paragraphs: [
      `für Ihr Anliegen ${matter(f)} sind nicht wir zuständig. Wir haben es abgegeben an: ${f.partner}.`,
      f.answer,
    ],
  }),
  reopened: (f: MailFacts): MailWords => ({
    subject: `Ihr Anliegen #${f.number} ist wieder in Bearbeitung`,
    paragraphs: [`wir kümmern uns noch einmal um Ihr Anliegen ${matter(f)}. Sie hören von uns bis ${f.answerBy}.`],
  }),
  merged: (f: MailFacts): MailWords => ({
    subject: `Ihr Anliegen #${f.number} wurde mit #${f.into} zusammengeführt`,
    paragraphs: [
      `Ihr Anliegen ${matter(f)} wurde schon einmal gemeldet. Wir bearbeiten beide zusammen als #${f.into}.`,
      'Für Sie ändert sich nichts: Sie hören weiter von uns, und Ihr Link zeigt den gemeinsamen Stand.',
    ],
  }),
  separated: (f: MailFacts): MailWords => ({
    subject: `Ihr Anliegen #${f.number} wird wieder für sich bearbeitet`,
    paragraphs: [`Ihr Anliegen ${matter(f)} ist doch ein anderes als #${f.into}. Wir bearbeiten es wieder für sich.`],
  }),
  objection_accepted: (f: MailFacts): MailWords => ({
    subject: `Ihr Anliegen #${f.number} ist wieder in Bearbeitung`,
    paragraphs: [
      `danke für Ihren Widerspruch. Wir kümmern uns noch einmal um Ihr Anliegen ${matter(f)}. Sie hören von uns bis ${f.answerBy}.`,
    ],
  }),
  objection_rejected: (f: MailFacts): MailWords => ({
    subject: `Ihr Anliegen #${f.number}: Antwort auf Ihren Widerspruch`,
    paragraphs: [`wir haben Ihr Anliegen ${matter(f)} noch einmal geprüft. Es bleibt abgeschlossen.`, f.answer],
  }),

  /** To somebody outside who works by a link. */
  outside: {
    townHall: (f: OutsideMailFacts) => ({
      subject: `Anliegen #${f.number}: ${f.category}`,
      greeting: 'Guten Tag,',
      why: `bei uns wurde ein Anliegen gemeldet, für das Sie zuständig sind: ${f.town}. Sie brauchen kein Konto: Mit dem Link unten nehmen Sie es an, antworten und schließen es ab.`,
    }),
    partner: (f: OutsideMailFacts) => ({
      subject: `Auftrag zu Anliegen #${f.number}: ${f.category}`,
      greeting: 'Guten Tag,',
      why: `bitte übernehmen Sie dieses Anliegen für uns (${f.town}). Sie brauchen kein Konto: Mit dem Link unten nehmen Sie es an, antworten und melden es uns zurück.`,
    }),
    greeting: 'Guten Tag,',
    withdrawn: (n: number) => ({
      subject: `Anliegen #${n} ist zurückgezogen`,
      text: `die meldende Person hat das Anliegen #${n} zurückgezogen. Sie müssen nichts mehr tun.`,
    }),
    withdrawalUndone: (n: number) => ({
      subject: `Anliegen #${n}: doch nicht zurückgezogen`,
      text: `die meldende Person hat es sich anders überlegt: Das Anliegen #${n} ist wieder offen. Bitte arbeiten Sie weiter daran.`,
    }),
    linkNews: 'Zum Anliegen:',
    instruction: 'Unser Auftrag an Sie:',
    number: 'Vorgangsnummer',
    category: 'Kategorie',
    place: 'Ort',
    coordinates: 'Koordinaten',
    map: 'Karte',
    description: 'Meldung',
    linkTownHall: 'Anliegen bearbeiten:',
    linkPartner: 'Auftrag öffnen:',
    linkEnds: (f: OutsideMailFacts) =>
      `Der Link gilt bis ${f.until} und nur für dieses Anliegen. Bitte geben Sie ihn nur intern weiter.`,
    contact: 'Der meldenden Person antworten Sie über den Link. Ihre Kontaktdaten bleiben bei uns.',
  },
}
