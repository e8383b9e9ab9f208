import type { chatbot as german } from '../de/chatbot.ts'

export const chatbot: typeof german = {
  danger: 'Is anybody in danger? Call 112 or 110 first.',
  named: (name, key) => `${name} (${key})`,
  responsible: (name) => `responsible: ${name}`,
  noTown: 'We know no town like that.',
  noCategory: 'We find no category for that. “Other” always fits where there is one.',
  answers: (town) => `Responsible for this place: ${town}.`,
  county: (county, town) => `The place is in ${town}; responsible for the matter: ${county}.`,
  outside: 'This place is in no town that we know.',
  border: (town, metres) => `The border with ${town} is ${metres} metres away.`,
  elsewhere: (town, key) => `Responsible: ${town} (${key}).`,
  noSimilar: 'Nothing of the kind has been reported nearby yet.',
  similar: (number, category, status, metres) => `#${number} ${category}, ${status}, ${metres} metres away.`,
  status: (number, category, status) => `#${number} ${category}: ${status}.`,
  prepared: 'Your report is prepared but not sent yet. Please open this link, check it and send it:',
  later: (minutes) => `That was a great many requests. Please try again in ${minutes} minutes.`,
}
