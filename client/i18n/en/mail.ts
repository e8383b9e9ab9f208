import type { mail as german, MailFacts, MailWords } from '../de/mail.ts'

const matter = ({ category, place }: MailFacts) => (place ? `“${category}” (${place})` : `“${category}”`)

export const mail: typeof german = {
  greeting: 'Hello,',
  followLink: 'You can see how it stands here at any time:',
  linkIsYours: 'This link is yours alone. Anyone who has it can see your report.',
  stop: 'Would you like no more e-mails about this, or is the report not yours?',
  closing: 'Kind regards',

  submitted: (f): MailWords => ({
    subject: `Your report #${f.number} has arrived`,
    paragraphs: [
      `thank you for letting us know. Your report ${matter(f)} has arrived.`,
      `Report number: #${f.number}\nIn charge: ${f.department}\nAnswer by: ${f.answerBy}`,
      f.partner && `The work is done by: ${f.partner}. We remain your contact.`,
      f.instantAnswer,
    ],
  }),
  forwarded: (f): MailWords => ({
    subject: `Your report #${f.number} has been passed on`,
    paragraphs: [
      `thank you for letting us know. We have passed on your report ${matter(f)} by e-mail to: ${f.town}.`,
      `This municipality has not joined yet. It can still answer you through us. We cannot promise when.`,
      `Report number: #${f.number}`,
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
    subject: `Your report #${f.number}: ${f.by ? 'an answer' : 'we have answered'}`,
    paragraphs: [
      f.by
        ? `there is an answer about your report ${matter(f)}. ${f.by} writes:`
        : `about your report ${matter(f)} we would like to tell you:`,
      f.answer,
    ],
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
  merged: (f): MailWords => ({
    subject: `Your report #${f.number} was merged with #${f.into}`,
    paragraphs: [
      `your report ${matter(f)} had been reported before. We work on both together as #${f.into}.`,
      'Nothing changes for you: you keep hearing from us, and your link shows how both stand.',
    ],
  }),
  separated: (f): MailWords => ({
    subject: `Your report #${f.number} is worked on separately again`,
    paragraphs: [`your report ${matter(f)} is not the same as #${f.into} after all. We work on it separately again.`],
  }),
  objection_accepted: (f): MailWords => ({
    subject: `Your report #${f.number} is being worked on again`,
    paragraphs: [
      `thank you for your objection. We are taking care of your report ${matter(f)} once more. You will hear from us by ${f.answerBy}.`,
    ],
  }),
  objection_rejected: (f): MailWords => ({
    subject: `Your report #${f.number}: answer to your objection`,
    paragraphs: [`we have looked into your report ${matter(f)} once more. It stays closed.`, f.answer],
  }),

  outside: {
    townHall: (f) => ({
      subject: `Report #${f.number}: ${f.category}`,
      greeting: 'Hello,',
      why: `something was reported to us that you are in charge of: ${f.town}. You need no account: with the link below you accept it, answer and close it.`,
    }),
    partner: (f) => ({
      subject: `Work on report #${f.number}: ${f.category}`,
      greeting: 'Hello,',
      why: `please take on this report for us (${f.town}). You need no account: with the link below you accept it, answer and report back to us.`,
    }),
    greeting: 'Hello,',
    withdrawn: (n: number) => ({
      subject: `Report #${n} was withdrawn`,
      text: `the reporter has withdrawn report #${n}. There is nothing more for you to do.`,
    }),
    withdrawalUndone: (n: number) => ({
      subject: `Report #${n}: not withdrawn after all`,
      text: `the reporter has thought again: report #${n} is open again. Please go on with it.`,
    }),
    linkNews: 'To the report:',
    instruction: 'What we ask you to do:',
    number: 'Report number',
    category: 'Category',
    place: 'Place',
    coordinates: 'Coordinates',
    map: 'Map',
    description: 'Report',
    linkTownHall: 'Work on the report:',
    linkPartner: 'Open the order:',
    linkEnds: (f) =>
      `The link works until ${f.until} and for this report only. Please pass it on within your house only.`,
    contact: 'You answer the person who reported it through the link. Their contact details stay with us.',
  },
}
