/** A new line for every sentence. After the greeting words begin large, as they do in every sentence. */
import { type mail as german, mail as germanMail, type MailFacts, type MailWords } from '../de/mail.ts'

const lines = (...sentences: string[]) => sentences.join('\n')

/** Which report it is about. */
const about = ({ category, place }: MailFacts) =>
  place ? lines(`Das Thema ist: ${category}.`, `Der Ort ist: ${place}.`) : `Das Thema ist: ${category}.`

export const mail: typeof german = {
  greeting: 'Guten Tag.',
  followLink: 'Wie weit sind wir?\nDas sehen Sie immer hier:',
  linkIsYours: 'Dieser Link ist nur für Sie.\nGeben Sie den Link nicht weiter.\nSonst sehen auch andere Ihre Meldung.',
  stop: 'Sie wollen keine E-Mails mehr?\nOder die Meldung ist nicht von Ihnen?\nDas sagen Sie uns hier:',
  closing: 'Freundliche Grüße',

  submitted: (f): MailWords => ({
    subject: `Ihre Meldung #${f.number} ist da`,
    paragraphs: [
      lines('Danke für Ihre Meldung.', 'Die Meldung ist bei uns angekommen.'),
      about(f),
      lines(
        `Ihre Nummer ist: #${f.number}`,
        `Um Ihre Meldung kümmert sich: ${f.department}`,
        `Wir antworten bis: ${f.answerBy}`,
      ),
      f.partner && lines(`Die Arbeit macht: ${f.partner}.`, 'Haben Sie Fragen?', 'Dann fragen Sie uns.'),
      f.instantAnswer,
    ],
  }),
  forwarded: (f): MailWords => ({
    subject: `Ihre Meldung #${f.number} ist weitergegeben`,
    paragraphs: [
      lines('Danke für Ihre Meldung.', about(f)),
      lines('Wir haben Ihre Meldung mit einer E-Mail weitergegeben.', `Sie ist jetzt bei: ${f.town}.`),
      lines(
        'Diese Stadt oder Gemeinde macht hier noch nicht mit.',
        'Sie kann Ihnen trotzdem antworten.',
        'Wir wissen nicht, wann.',
      ),
      `Ihre Nummer ist: #${f.number}`,
    ],
  }),
  scheduled: (f): MailWords => ({
    subject: `Ihre Meldung #${f.number}: Wir haben einen Tag geplant`,
    paragraphs: [
      lines(`Wir schreiben Ihnen zu Ihrer Meldung #${f.number}.`, about(f)),
      lines('Für diesen Tag ist die Arbeit geplant:', `${f.date}.`),
      f.answer,
    ],
  }),
  asked: (f): MailWords => ({
    subject: `Ihre Meldung #${f.number}: Wir haben eine Frage`,
    paragraphs: [
      lines(`Wir schreiben Ihnen zu Ihrer Meldung #${f.number}.`, about(f)),
      'Wir haben eine Frage an Sie:',
      f.question,
      lines(
        `Bitte antworten Sie bis ${f.until}.`,
        'Benutzen Sie dafür den Link unten.',
        'Danach arbeiten wir auch ohne Ihre Antwort weiter.',
      ),
    ],
  }),
  partner_involved: (f): MailWords => ({
    subject: `Ihre Meldung #${f.number} ist jetzt bei ${f.partner}`,
    paragraphs: [
      lines(`Wir schreiben Ihnen zu Ihrer Meldung #${f.number}.`, about(f)),
      lines(
        'Wir haben Ihre Meldung weitergegeben.',
        `Die Meldung ist jetzt bei ${f.partner}.`,
        'Haben Sie Fragen?',
        'Dann fragen Sie uns.',
      ),
    ],
  }),
  answered: (f): MailWords => ({
    subject: `Ihre Meldung #${f.number}: ${f.by ? 'Eine Antwort ist da' : 'Wir haben geantwortet'}`,
    paragraphs: [
      lines(`Wir schreiben Ihnen zu Ihrer Meldung #${f.number}.`, about(f)),
      f.by ? `Diese Antwort schreibt: ${f.by}.` : 'Das ist unsere Antwort:',
      f.answer,
    ],
  }),
  closed: (f): MailWords => ({
    subject: `Wir sind fertig mit Ihrer Meldung #${f.number}`,
    paragraphs: [lines(`Wir schreiben Ihnen zu Ihrer Meldung #${f.number}.`, about(f)), 'Wir sind fertig.', f.answer],
  }),
  declined: (f): MailWords => ({
    subject: `Ihre Meldung #${f.number}: Warum machen wir hier nichts?`,
    paragraphs: [
      lines(`Wir schreiben Ihnen zu Ihrer Meldung #${f.number}.`, about(f)),
      lines('Wir haben Ihre Meldung geprüft.', 'Wir machen hier nichts.'),
      f.answer,
    ],
  }),
  handed_over: (f): MailWords => ({
    subject: `Ihre Meldung #${f.number}: Jetzt kümmern sich andere`,
    paragraphs: [
      lines(`Wir schreiben Ihnen zu Ihrer Meldung #${f.number}.`, about(f)),
      lines(
        'Das dürfen wir nicht machen.',
        'Darum haben wir Ihre Meldung weitergegeben.',
        `Jetzt kümmert sich: ${f.partner}.`,
      ),
      f.answer,
    ],
  }),
  reopened: (f): MailWords => ({
    subject: `Ihre Meldung #${f.number}: Wir arbeiten noch einmal daran`,
    paragraphs: [
      lines(`Wir schreiben Ihnen zu Ihrer Meldung #${f.number}.`, about(f)),
      lines('Wir arbeiten noch einmal daran.', `Wir antworten bis ${f.answerBy}.`),
    ],
  }),
  merged: (f): MailWords => ({
    subject: `Ihre Meldung #${f.number} gehört jetzt zu #${f.into}`,
    paragraphs: [
      lines(`Wir schreiben Ihnen zu Ihrer Meldung #${f.number}.`, about(f)),
      lines(
        'Jemand hat das Problem schon gemeldet.',
        `Diese Meldung hat die Nummer #${f.into}.`,
        'Wir arbeiten an beiden zusammen.',
        'Sie bekommen weiter E-Mails von uns.',
      ),
    ],
  }),
  separated: (f): MailWords => ({
    subject: `Ihre Meldung #${f.number} ist wieder eine eigene Meldung`,
    paragraphs: [
      lines(`Wir schreiben Ihnen zu Ihrer Meldung #${f.number}.`, about(f)),
      lines(`Die Meldung #${f.into} ist ein anderes Problem.`, 'Darum ist Ihre Meldung wieder eine eigene Meldung.'),
    ],
  }),
  objection_accepted: (f): MailWords => ({
    subject: `Ihre Meldung #${f.number}: Wir arbeiten noch einmal daran`,
    paragraphs: [
      lines(`Wir schreiben Ihnen zu Ihrer Meldung #${f.number}.`, about(f)),
      lines('Sie waren nicht einverstanden.', 'Wir arbeiten noch einmal daran.', `Wir antworten bis ${f.answerBy}.`),
    ],
  }),
  objection_rejected: (f): MailWords => ({
    subject: `Ihre Meldung #${f.number}: Unsere Antwort`,
    paragraphs: [
      lines(`Wir schreiben Ihnen zu Ihrer Meldung #${f.number}.`, about(f)),
      lines('Sie waren nicht einverstanden.', 'Wir haben noch einmal hingesehen.', 'Wir ändern nichts mehr.'),
      f.answer,
    ],
  }),

  /** Read by partners and town halls, not by citizens. */
  outside: germanMail.outside,
}
