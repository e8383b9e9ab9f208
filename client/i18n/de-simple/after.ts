import type { FollowMailFacts, after as german } from '../de/after.ts'

const lines = (...sentences: string[]) => sentences.join('\n')
const about = ({ number, category, place }: FollowMailFacts) =>
  lines(
    `Wir schreiben zur Meldung #${number}.`,
    `Das Thema ist: ${category}.`,
    ...(place ? [`Der Ort ist: ${place}.`] : []),
  )

export const after: typeof german = {
  follow: {
    title: 'Ist das auch Ihr Problem?',
    concerns: 'Das ist auch mein Problem',
    counted: (n) => (n === 1 ? 'Das betrifft noch 1 Person' : `Das betrifft noch ${n} Personen`),
    thanks: 'Wir haben das gezählt. Danke.',
    undo: 'Doch nicht',
    undone: 'Das ist gelöscht.',
    notify: 'E-Mails dazu bekommen',
    notifyHint: 'Wir schreiben nur, wenn es etwas Neues gibt. Ihre Adresse sieht nur das Amt.',
    email: 'E-Mail-Adresse',
    submit: 'E-Mails bekommen',
    sent: 'Wir haben Ihnen eine E-Mail geschickt. In der E-Mail ist ein Link. Klicken Sie auf den Link. Sie haben 48 Stunden Zeit.',
    emailMissing: 'Bitte schreiben Sie Ihre E-Mail-Adresse.',
    page: {
      title: {
        unconfirmed: 'Möchten Sie E-Mails bekommen?',
        following: 'Sie bekommen E-Mails',
        ended: 'Sie bekommen keine E-Mails mehr',
        unknown: 'Diesen Link gibt es nicht',
      },
      text: {
        unconfirmed: 'Bitte sagen Sie noch Ja. Dann schreiben wir Ihnen, wenn es etwas Neues gibt.',
        following: 'Wir schreiben Ihnen, wenn es etwas Neues gibt.',
        ended: 'Wir schreiben Ihnen dazu nicht mehr.',
        unknown: 'Vielleicht fehlt ein Stück. Oder die 48 Stunden sind vorbei.',
      },
      about: (number) => `Es geht um die Meldung #${number}.`,
      confirm: 'Ja, ich möchte E-Mails',
      end: 'Keine E-Mails mehr',
      see: 'Meldung ansehen',
    },
    mail: {
      greeting: 'Guten Tag.',
      confirmSubject: (number) => `Bitte sagen Sie Ja: E-Mails zur Meldung #${number}`,
      confirmText: (f) =>
        lines(
          about(f),
          'Jemand möchte mit dieser Adresse E-Mails dazu bekommen.',
          'Waren Sie das nicht?',
          'Dann machen Sie nichts.',
          'Nach 48 Stunden löschen wir die Adresse.',
        ),
      confirmLink: 'Ja sagen Sie hier:',
      seeLink: 'Die Meldung sehen Sie hier:',
      endLink: 'Sie wollen keine E-Mails mehr?\nDas sagen Sie uns hier:',
      scheduled: (f) => ({
        subject: `Meldung #${f.number}: Es gibt einen Tag`,
        paragraphs: [about(f), lines('Für diesen Tag ist die Arbeit geplant:', `${f.date}.`), f.answer],
      }),
      partner_involved: (f) => ({
        subject: `Meldung #${f.number} ist jetzt bei ${f.partner}`,
        paragraphs: [about(f), `Die Meldung ist jetzt bei ${f.partner}.`],
      }),
      answered: (f) => ({
        subject: `Meldung #${f.number}: Eine Antwort ist da`,
        paragraphs: [about(f), 'Das ist die Antwort:', f.answer],
      }),
      closed: (f) => ({
        subject: `Meldung #${f.number} ist fertig`,
        paragraphs: [about(f), 'Die Arbeit ist fertig.', f.answer],
      }),
      declined: (f) => ({
        subject: `Meldung #${f.number}: Warum machen wir hier nichts?`,
        paragraphs: [about(f), lines('Wir haben die Meldung geprüft.', 'Wir machen hier nichts.'), f.answer],
      }),
      handed_over: (f) => ({
        subject: `Meldung #${f.number}: Jetzt kümmern sich andere`,
        paragraphs: [about(f), `Jetzt kümmert sich: ${f.partner}.`, f.answer],
      }),
      reopened: (f) => ({
        subject: `Meldung #${f.number}: Wir arbeiten noch einmal daran`,
        paragraphs: [about(f), 'Wir arbeiten noch einmal daran.'],
      }),
      merged: (f) => ({
        subject: `Meldung #${f.number} gehört jetzt zu #${f.into}`,
        paragraphs: [
          about(f),
          lines(`Die Meldung #${f.into} ist das gleiche Problem.`, 'Wir schreiben Ihnen jetzt, was dort passiert.'),
        ],
      }),
    },
  },

  affairs: {
    title: 'Ihre Meldung',
    changedMind: 'Das hat sich gerade geändert. Hier sehen Sie, wie es jetzt ist.',
    stopMails: 'Keine E-Mails mehr',
  },

  merged: {
    note: (number) => `Diese Meldung gehört jetzt zu #${number}.`,
    goesOn: 'Dort sehen Sie, wie es weitergeht.',
    see: (number) => `#${number} ansehen`,
    own: (number) => `Ihre Meldung gehört jetzt zu #${number}. Was unten steht, gilt für beide.`,
  },

  expired: {
    title: 'Die Zeit für Ihre Antwort ist vorbei.',
    text: 'Wir arbeiten auch ohne Ihre Antwort weiter.',
  },

  withdraw: {
    link: 'Meldung zurücknehmen',
    title: 'Möchten Sie die Meldung zurücknehmen?',
    consequence: 'Dann arbeitet niemand mehr daran. Bei der Meldung steht dann: zurückgenommen.',
    undoable: 'Sie haben 30 Minuten Zeit. So lange können Sie es noch ändern.',
    reason: 'Warum?',
    reasonHint: 'Das liest nur das Amt.',
    submit: 'Zurücknehmen',
    back: 'Nein',
    done: 'Die Meldung ist zurückgenommen. Möchten Sie das ändern?',
    undo: 'Ja, die Meldung soll bleiben',
    undoUntil: (time) => `Das geht bis ${time}.`,
    undone: 'Ihre Meldung ist wieder da.',
    over: 'Die 30 Minuten sind vorbei. Ist das Problem noch da? Dann melden Sie es bitte neu.',
  },

  objection: {
    title: 'Sind Sie nicht einverstanden?',
    text: (date) => `Dann sagen Sie uns, warum. Sie haben Zeit bis ${date}. Wir sehen noch einmal hin.`,
    label: 'Was ist falsch?',
    hint: 'Das lesen nur die Leute, die daran arbeiten.',
    submit: 'Nicht einverstanden',
    missing: 'Bitte schreiben Sie, was falsch ist.',
    waits: 'Ihr Text ist angekommen. Wir sehen noch einmal hin. Dann schreiben wir Ihnen.',
    answered: 'Wir haben noch einmal hingesehen. Unsere Antwort steht im Verlauf.',
    over: (town) => `Die 28 Tage sind vorbei. Ist noch etwas falsch? Dann rufen Sie an oder schreiben Sie: ${town}.`,
  },

  rating: {
    title: 'Sind Sie zufrieden?',
    legend: 'Wie zufrieden sind Sie?',
    steps: {
      1: 'Gar nicht zufrieden',
      2: 'Nicht so zufrieden',
      3: 'Es geht so',
      4: 'Zufrieden',
      5: 'Sehr zufrieden',
    },
    submit: 'Antwort senden',
    change: 'Antwort ändern',
    missing: 'Bitte wählen Sie eine Antwort.',
    thanks: 'Danke. Ihre Antwort ist da.',
    objectInstead: 'Soll noch etwas passieren? Dann schreiben Sie es uns hier unten.',
    mailLink: 'Sind Sie zufrieden?\nDas sagen Sie uns hier:',
  },
}
