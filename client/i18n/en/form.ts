import type { form as german } from '../de/form.ts'

export const form: typeof german = {
  title: 'Report an issue',
  lead: 'No account needed. It takes about a minute.',

  describe: 'What have you noticed?',
  description: 'Description',
  descriptionHint: 'One sentence is enough. Please no names, phone numbers or number plates.',

  category: 'What is it about?',
  categoryHint: 'Open a group and choose what fits best.',
  inGroup: (n) => (n === 1 ? '1 category' : `${n} categories`),
  showQuestions: 'Show the questions for this category',
  resting: {
    now: 'Not available at the moment.',
    until: (day) => `Not available up to and including ${day}.`,
    season: (day) => `Not available at the moment, again from ${day}.`,
    chosen: (category, reason) =>
      `“${category}” cannot be reported right now. ${reason} Choose something else; what you entered stays.`,
  },
  onCall: 'On call',
  questions: (category) => `A little more on: ${category}`,
  onlyIf: (question, answer) => `Only if the answer to “${question}” is: ${answer}`,

  place: 'Where is it?',
  placeHint: 'Tap the map, or describe the place in words. One of the two is enough.',
  address: 'Address or well-known place',
  addressHint: 'For example: Lange Straße 12, or: car park behind the open-air pool',
  coordinates: 'Enter coordinates',
  latitude: 'Latitude',
  latitudeHint: 'For example 52.0862',
  longitude: 'Longitude',
  longitudeHint: 'For example 8.7441',

  contact: 'Would you like to know what becomes of it?',
  contactHint:
    'With an e-mail address, we write to you as things move on. Without one, you get a secret link and can look for yourself.',
  email: 'E-mail address',
  name: 'Name',
  phone: 'Phone',
  privacy: 'Your data are never public.',
  privacyKept: (months) =>
    `Your data are never public. ${months === 1 ? 'One month' : `${months} months`} after the report is closed we erase them. With your link you can do that yourself, too.`,
  privacyNotice: 'We use them only to answer you or ask you something. More under',
  notFor: 'What you cannot report here',
  publication: {
    place_first: (town) =>
      `Category and status are public at once, and so is the point on the map. Your text only after ${town} has checked it. Your contact details never.`,
    all_at_once: () => 'Text and place are public at once. Your contact details never.',
    never: () => 'This report will not be published.',
  },

  send: 'Send report',

  sending: 'Sending …',

  stop: 'Please call first.',
  call: (phone) => `Call ${phone}`,
  sendAnyway: 'Send the report now',
  stopHint: 'Your report has not been sent yet. Nothing gets lost.',
  remark: 'Would you like to add anything?',
  house: 'Which house is it about?',
  houseAddress: 'Street and house number',
  houseAddressHint: 'For example: Lange Straße 12',
  contactRequired: 'How can we reach you?',
  contactRequiredHint: 'For this we need an e-mail address or a phone number.',
  county: (county) => `In charge of this: ${county}.`,
  justOutside: 'This place lies just outside.',
  nearBorder: (metres) =>
    `The place lies only ${metres} m beyond the border. If you are sure, you can report it here as well.`,
  stay: (town) => `Report it here with ${town}`,

  danger: 'Is anybody in danger?',
  elsewhere: (town) => `This place belongs to ${town}.`,
  elsewhereText: 'We take text and place along. You need not enter anything again.',
  move: (town) => `Carry on with ${town}`,
  otherPlace: 'Choose another place',

  done: 'Thank you, it has arrived.',
  yourNumber: 'Your report number',
  department: 'In charge',
  answerBy: 'Answer by',
  next: 'What happens next',
  today: 'Today',
  todayText: 'Your report has arrived.',
  until: (date) => `By ${date}`,
  untilText: 'We check it and answer.',
  usually: (days) => (days === 1 ? 'Usually after one day' : `Usually after ${days} days`),
  usuallyText: 'Reports like this are done by then.',
  seeStatus: 'See how it stands',
  keepLink: 'Your link to the report',
  keepLinkHint: 'Keep it safe. It is yours alone, and anyone who has it can see your report.',
  copyLink: 'Copy link',
  copied: 'Copied',
  mailSent: (email) => `We will keep you posted at ${email}.`,
  another: 'Report something else',
}
