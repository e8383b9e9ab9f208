import type { privacy as german } from '../de/privacy.ts'

const months = (n: number) => (n === 1 ? '1 month' : `${n} months`)

export const privacy: typeof german = {
  lead: 'What happens to your data when you report something here.',

  notice: {
    who: (official) => `Responsible for your data: ${official}.`,
    operator: 'Responsible for your data is the operator of the platform Anliegenwerk.',
    purpose: 'Your contact details are used only to answer you or ask you something',
    basis: '(Art. 6(1)(e) GDPR).',
    basisNotJoined: '(Art. 6(1)(f) GDPR).',
    keep: (n) => `They are never public. ${months(n)} after the report is closed we erase them.`,
    rights:
      'With your secret link you can see everything and erase it yourself. You can also ask for access, correction and erasure, object, and complain.',
    more: 'More under',
  },

  controller: {
    title: 'Who is responsible',
    member: (official) => `Responsible for your data (controller): ${official}.`,
    officer: 'The data protection officer can be reached at this address, too.',
    notJoined: (name) =>
      `${name} has not commissioned this page. Responsible is the operator of the platform Anliegenwerk. For what the town hall does with a report passed on to it, the town hall is responsible.`,
  },
  platform: {
    title: 'Who runs these pages',
    member: () => 'Anliegenwerk, the shared platform, runs these pages on behalf of the body named above.',
    operator: (name) => `The operator is ${name}.`,
    lead: 'What happens when you use the shared pages of the platform.',
    controller: 'Responsible for these shared pages is the operator of the platform.',
    towns: 'For a report, the town is responsible to which you send it. What it says about that is on its pages.',
    search: 'What you search for to find your town is not stored.',
    staff:
      'Of staff who sign in: name, work e-mail address, an encrypted password, and a cookie for as long as they are signed in.',
    basis: 'Legal basis: Art. 6(1)(f) GDPR, the legitimate interest in running these pages.',
    complaint: 'You can complain to any data protection authority.',
    agreement: (date) => `The data processing agreement (Art. 28 GDPR) is dated ${date}.`,
  },
  purpose: {
    title: 'What for, and on which legal basis',
    text: 'To accept your report, pass it to those in charge, work on it, answer you and show how it stands.',
    member: () =>
      'This is one of the public tasks of the body named above. Legal basis: Art. 6(1)(e) GDPR with the law of the Land.',
    notJoined:
      'Legal basis: Art. 6(1)(f) GDPR, the legitimate interest in passing your report to those it is addressed to.',
  },
  data: {
    title: 'Which data',
    report: 'Category, text and place, and answers to questions. Without them nothing can be done.',
    photos:
      'Photos, if you send any. Where and with what they were taken is removed before we keep them on the servers of the platform. They become public only after somebody has looked at them.',
    follower: 'Your e-mail address, if you follow a report and have confirmed that by a link in an e-mail.',
    rating: 'Your rating after a report is closed, if you give one. It does not become public.',
    feedback: 'Your words about a barrier on these pages, and your e-mail address if you would like an answer.',
    contact: 'Name, e-mail address and phone number only if you give them.',
    contactNeeded: 'For some categories we need an e-mail address or phone number. The form says so.',
    account: 'No account and no cookies. Only staff sign in.',
    tab: 'What you type on a page of the form is remembered by your browser in this tab until you go on or close the tab.',
    log: 'The program logs time, page and result of every request, without IP address, device or secret link.',
    counts:
      'We count per day how often pages and form are used, on a phone or a computer. Nobody can be recognised in it.',
  },
  keep: {
    title: 'How long',
    member: (official) => `${official} has set these periods. They begin when the report is closed:`,
    notJoined: 'These periods are set. They begin when the report is closed:',
    contact: (n) => `Contact details: ${months(n)}`,
    text: (n) => `Texts and answers: ${months(n)}`,
    photos: (n) => `Photos: ${months(n)}`,
    category: (name, contact, text, photos) =>
      `${name}: contact details ${months(contact)}, texts ${months(text)}, photos ${months(photos)}`,
    categories: 'Some categories differ:',
    automatic:
      'When the time is over, the program erases by itself in the following night: texts with all answers, messages and notes, photos with all copies. A proof keeps count. Number, category, place and a history without words stay.',
    follower:
      'The address of people who follow: until they end it, and no longer than the contact details of the report. The link for ending it is in every e-mail. Without confirmation: 48 hours.',
    feedback: 'Words about barriers are erased seven days after they have reached those in charge.',
    draft:
      'What you enter into the form stays on the server with your photos for 48 hours, reachable only by a secret link. Then it is erased. With “Continue later” your device remembers that link.',
    sendingKey: 'So that nothing sent twice arrives twice, a checksum of it is valid for 30 days.',
  },
  seen: {
    title: 'Who sees what',
    department:
      'The department in charge and the dispatcher see everything, including your contact details. This also holds where a department of another town works here.',
    systems:
      'If the department works with a program of its own, that program reads these reports with a key. It gets your contact only if the town has allowed it. Each such reading is noted.',
    partner:
      'Bodies outside, such as utilities, get text, place and answers by e-mail and link. Your contact details never.',
    elsewhere:
      'If the place is at the border, the report may go to the neighbouring town: with text, place and answers, without contact details.',
    townHall: 'The town hall gets text, place and answers by e-mail and link. Your contact details never.',
    mail: 'E-mails go by the operator’s mail server. If one comes back as undeliverable, we note that and write there no more.',
    public: 'What becomes public is said by the form before you send. Your contact details never do.',
  },
  map: {
    title: 'Map',
    none: 'The map comes from us. No map service learns of your visit.',
    direct: (host) =>
      `Your browser loads the map images from ${host}. That service learns your IP address. Without JavaScript they are not loaded.`,
    locationTitle: 'Location',
    location: 'Your browser asks for your location only if you want it to.',
  },
  rights: {
    title: 'Your rights',
    text: 'You can ask for access (Art. 15 GDPR), correction (Art. 16), erasure (Art. 17) and restriction (Art. 18). You can object to the processing (Art. 21).',
    self: 'Most of it works at once and without asking: with your secret link, under “Your data”, you see what is kept, download it, and erase your contact details or everything of yours.',
    how: 'For everything else write to the address above and give the report number.',
    automatic:
      'Nothing about you is decided automatically. A program only determines which department gets your report first.',
    complaint: 'You can complain to the data protection authority:',
    complaintNotJoined: 'You can complain to any data protection authority, for example this one:',
  },
}
