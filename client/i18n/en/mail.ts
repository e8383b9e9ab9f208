import type { mail as german, MailFacts, MailWords } from '../de/mail.ts'

const matter = ({ category, place }: MailFacts) => (place ? `“${category}” (${place})` : `“${category}”`)

export const mail: typeof german = {
  greeting: 'Hello,',
  followLink: 'You can see how it stands here at any time:',
  linkIsYours: 'This link is yours alone. Anyone who has it can see your report.',
  closing: 'Kind regards',

  submitted: (f): MailWords => ({
    subject: `Your report #${f.number} has arrived`,
    paragraphs: [
      `thank you for letting us know. Your report ${matter(f)} has arrived.`,
      `Report number: #${f.number}\nIn charge: ${f.department}\nAnswer by: ${f.answerBy}`,
      f.instantAnswer,
    ],
  }),
  scheduled: (f): MailWords => ({
    subject: `Your report #${f.number}: planned for ${f.date}`,
    paragraphs: [`the work on your report ${matter(f)} is planned for ${f.date}.`, f.answer],
  }),
  asked: (f): MailWords => ({
    subject: `Your report #${f.number}: we have a question`,
    paragraphs: [
      `we need one more detail about your report ${matter(f)}:`,
      f.question,
      `Please answer by ${f.until}, using the link below. After that we carry on with what we know.`,
    ],
  }),
  partner_involved: (f): MailWords => ({
    subject: `Your report #${f.number} is now with ${f.partner}`,
    paragraphs: [`we have passed on your report ${matter(f)}. It is now with ${f.partner}. We remain your contact.`],
  }),
  answered: (f): MailWords => ({
    subject: `Your report #${f.number}: we have answered`,
    paragraphs: [`about your report ${matter(f)} we would like to tell you:`, f.answer],
  }),
  closed: (f): MailWords => ({
    subject: `Your report #${f.number} is done`,
    paragraphs: [`your report ${matter(f)} is done.`, f.answer],
  }),
  declined: (f): MailWords => ({
    subject: `Your report #${f.number}: why we are not taking action`,
    paragraphs: [`we have looked into your report ${matter(f)} and are closing it without action.`, f.answer],
  }),
  handed_over: (f): MailWords => ({
    subject: `Your report #${f.number} is now with ${f.partner}`,
    paragraphs: [
      `we are not the ones in charge of your report ${matter(f)}. We have handed it over to: ${f.partner}.`,
      f.answer,
    ],
  }),
  reopened: (f): MailWords => ({
    subject: `Your report #${f.number} is being worked on again`,
    paragraphs: [`we are taking care of your report ${matter(f)} once more. You will hear from us by ${f.answerBy}.`],
  }),
}
