/** After the report: following, withdrawing, objecting, rating; on pages and in mails to followers. */

/** Public facts only. */
export type FollowMailFacts = {
  number: number
  category: string
  /** Only once it is public. */
  place: string | null
  date: string | null
  partner: string | null
  /** The town's public words. */
  answer: string | null
  /** Number of the report it was merged into. */
  into: number | null
}
type MailWords = { subject: string; paragraphs: (string | null)[] }

const matter = ({ number, category, place }: FollowMailFacts) =>
  place ? `#${number} „${category}“ (${place})` : `#${number} „${category}“`

export const after = {
  follow: {
    title: 'Betrifft es Sie auch?',
    concerns: 'Betrifft mich auch',
    counted: (n: number) => (n === 1 ? 'Betrifft 1 weitere Person' : `Betrifft ${n} weitere Personen`),
    thanks: 'Gezählt. Danke für den Hinweis.',
    undo: 'Doch nicht',
    undone: 'Zurückgenommen.',
    notify: 'Per E-Mail folgen',
    notifyHint: 'Wir schreiben nur, wenn sich etwas tut. Ihre Adresse bleibt bei der Verwaltung.',
    email: 'E-Mail-Adresse',
    submit: 'Folgen',
    sent: 'Sehen Sie in Ihr Postfach: Mit dem Link in unserer E-Mail bestätigen Sie. Er gilt 48 Stunden.',
    emailMissing: 'Geben Sie Ihre E-Mail-Adresse an.',
    page: {
      title: {
        unconfirmed: 'Diesem Anliegen folgen?',
        following: 'Sie folgen diesem Anliegen',
        ended: 'Sie folgen diesem Anliegen nicht mehr',
        unknown: 'Diesen Link gibt es nicht',
      },
      text: {
        unconfirmed: 'Ein Klick noch. Dann schreiben wir Ihnen, wenn sich etwas tut.',
        following: 'Wir schreiben Ihnen, wenn sich etwas tut.',
        ended: 'Sie bekommen dazu keine E-Mails mehr.',
        unknown: 'Vielleicht fehlt am Ende ein Stück, oder er ist nach 48 Stunden abgelaufen.',
      },
      about: (number: number) => `Es geht um das Anliegen #${number}.`,
      confirm: 'Ja, folgen',
      end: 'Nicht mehr folgen',
      see: 'Anliegen ansehen',
    },
    mail: {
      greeting: 'Guten Tag,',
      confirmSubject: (number: number) => `Bitte bestätigen: dem Anliegen #${number} folgen`,
      confirmText: (f: FollowMailFacts) =>
        `jemand möchte mit dieser Adresse dem Anliegen ${matter(f)} folgen. Waren Sie das nicht, tun Sie einfach nichts: Nach 48 Stunden vergessen wir die Adresse.`,
      confirmLink: 'Bestätigen:',
      seeLink: 'Anliegen ansehen:',
      endLink: 'Sie möchten keine E-Mails mehr dazu?\nNicht mehr folgen:',
      scheduled: (f: FollowMailFacts): MailWords => ({
        subject: `Anliegen #${f.number}: geplant für den ${f.date}`,
        paragraphs: [`die Arbeit am Anliegen ${matter(f)} ist geplant für ${f.date}.`, f.answer],
      }),
      partner_involved: (f: FollowMailFacts): MailWords => ({
        subject: `Anliegen #${f.number} liegt jetzt bei ${f.partner}`,
        paragraphs: [`das Anliegen ${matter(f)} liegt jetzt bei ${f.partner}.`],
      }),
      answered: (f: FollowMailFacts): MailWords => ({
        subject: `Anliegen #${f.number}: eine Antwort`,
        paragraphs: [`zum Anliegen ${matter(f)} gibt es eine Antwort:`, f.answer],
      }),
      closed: (f: FollowMailFacts): MailWords => ({
        subject: `Anliegen #${f.number} ist erledigt`,
        paragraphs: [`das Anliegen ${matter(f)} ist erledigt.`, f.answer],
      }),
      declined: (f: FollowMailFacts): MailWords => ({
        subject: `Anliegen #${f.number}: warum wir nichts unternehmen`,
        paragraphs: [`wir haben das Anliegen ${matter(f)} geprüft und schließen es ohne Maßnahme ab.`, f.answer],
      }),
      handed_over: (f: FollowMailFacts): MailWords => ({
        subject: `Anliegen #${f.number} liegt jetzt bei ${f.partner}`,
        paragraphs: [`für das Anliegen ${matter(f)} sind nicht wir zuständig. Abgegeben an: ${f.partner}.`, f.answer],
      }),
      reopened: (f: FollowMailFacts): MailWords => ({
        subject: `Anliegen #${f.number} ist wieder in Bearbeitung`,
        paragraphs: [`wir kümmern uns noch einmal um das Anliegen ${matter(f)}.`],
      }),
      merged: (f: FollowMailFacts): MailWords => ({
        subject: `Anliegen #${f.number} wurde mit #${f.into} zusammengeführt`,
        paragraphs: [`das Anliegen ${matter(f)} ist dasselbe wie #${f.into}. Ab jetzt hören Sie, was sich dort tut.`],
      }),
    },
  },

  affairs: {
    title: 'Ihr Anliegen',
    changedMind: 'Das hat sich gerade geändert. Hier steht der neue Stand.',
    stopMails: 'E-Mails beenden',
  },

  merged: {
    note: (number: number) => `Zusammengeführt mit #${number}.`,
    goesOn: 'Dort steht, wie es weitergeht.',
    see: (number: number) => `#${number} ansehen`,
    own: (number: number) =>
      `Ihr Anliegen wurde mit #${number} zusammengeführt. Stand und Verlauf unten gelten für beide.`,
  },

  expired: {
    title: 'Die Zeit für Ihre Antwort ist vorbei.',
    text: 'Wir arbeiten mit dem weiter, was wir wissen.',
  },

  withdraw: {
    link: 'Anliegen zurückziehen',
    title: 'Anliegen zurückziehen?',
    consequence: 'Dann arbeitet niemand mehr daran. Das Anliegen steht als „Zurückgezogen“ im Verlauf.',
    undoable: '30 Minuten lang können Sie es rückgängig machen.',
    reason: 'Warum?',
    reasonHint: 'Liest nur die Verwaltung.',
    submit: 'Zurückziehen',
    back: 'Doch nicht',
    done: 'Zurückgezogen. Möchten Sie das rückgängig machen?',
    undo: 'Rückgängig machen',
    undoUntil: (time: string) => `Das geht bis ${time}.`,
    undone: 'Ihr Anliegen ist wieder da, so wie vorher.',
    over: 'Die 30 Minuten sind vorbei. Melden Sie es bitte neu, wenn es noch besteht.',
  },

  objection: {
    title: 'Nicht einverstanden?',
    text: (date: string) => `Bis ${date} können Sie uns sagen, warum. Wir sehen noch einmal hin.`,
    label: 'Was stimmt nicht?',
    hint: 'Lesen die Zuständigen. Öffentlich wird es nicht.',
    submit: 'Widersprechen',
    missing: 'Schreiben Sie kurz, was nicht stimmt.',
    waits: 'Ihr Widerspruch ist angekommen. Wir sehen noch einmal hin und antworten Ihnen.',
    answered: 'Über Ihren Widerspruch haben wir entschieden. Die Antwort steht im Verlauf.',
    over: (town: string) =>
      `Die 28 Tage für einen Widerspruch sind vorbei. Ist noch etwas offen? Sprechen Sie uns an: ${town}.`,
  },

  rating: {
    title: 'Sind Sie zufrieden?',
    legend: 'Wie zufrieden sind Sie mit dem Ergebnis?',
    steps: {
      1: 'Gar nicht zufrieden',
      2: 'Eher nicht zufrieden',
      3: 'Teils, teils',
      4: 'Eher zufrieden',
      5: 'Sehr zufrieden',
    },
    submit: 'Antwort senden',
    change: 'Antwort ändern',
    missing: 'Wählen Sie eine Antwort.',
    thanks: 'Danke. Ihre Antwort ist angekommen.',
    objectInstead: 'Soll noch etwas geschehen? Sagen Sie es uns gleich hier darunter.',
    mailLink: 'Sind Sie zufrieden? Antworten Sie mit zwei Klicks:',
  },
}
