import type { erasure as german } from '../de/erasure.ts'

const months = (n: number) => (n === 1 ? '1 month' : `${n} months`)

export const erasure: typeof german = {
  publicText: 'The text was erased when its retention period was over.',
  own: {
    title: 'Erased',
    retention: {
      contact: 'Your contact details were erased when their retention period was over.',
      text: 'The text was erased when its retention period was over, with all answers and messages.',
      photos: 'The photos were erased when their retention period was over.',
    },
    reporter: {
      contact: 'Your contact details were erased as you wished.',
      text: 'The text was erased as you wished, with all answers and messages.',
      photos: 'The photos were erased as you wished.',
    },
    withdrawn: 'You have withdrawn the report.',
    stays: 'You can still see status and history here.',
  },
  staff: {
    retention: {
      contact: (day) => `Contact details erased on ${day}, retention period over`,
      text: (day) => `Text erased on ${day}, retention period over`,
      photos: (day) => `Photos erased on ${day}, retention period over`,
    },
    reporter: {
      contact: (day) => `Contact details erased on request on ${day}`,
      text: (day) => `Text erased on request on ${day}`,
      photos: (day) => `Photos erased on request on ${day}`,
    },
    words: 'Text erased',
    onRequest: 'Erased on request: contact details, text and photos',
    contactOnRequest: 'Erased on request: contact details',
  },
  data: {
    link: 'Your data',
    title: 'Your data',
    lead: 'This is what we keep about you with this report.',
    back: 'Back to the report',
    text: 'Text',
    place: 'Place',
    contact: 'Contact',
    photos: 'Photos',
    messages: 'Messages',
    ratings: 'Rating',
    nothing: 'Nothing kept',
    gone: 'Erased',
    photoCount: (n) => (n === 1 ? 'One photo' : `${n} photos`),
    messageCount: (n) => (n === 1 ? 'One message' : `${n} messages`),
    score: (n) => `${n} of 5`,
    kept: 'For how long',
    until: {
      contact: (day) => `Contact until ${day}`,
      text: (day) => `Text until ${day}`,
      photos: (day) => `Photos until ${day}`,
    },
    after: {
      contact: (n) => `Contact: ${months(n)} after the report is closed`,
      text: (n) => `Text: ${months(n)} after the report is closed`,
      photos: (n) => `Photos: ${months(n)} after the report is closed`,
    },
    download: 'Download',
    downloadHint: 'One file (JSON) with everything: text, contact, answers, messages, history and links to the photos.',
    linkIsYours: 'Anyone who has this link can do the same. Keep it to yourself.',
    erase: 'Erase',
    eraseContact: 'Erase contact details',
    eraseAll: 'Erase everything of mine',
  },
  contact: {
    title: 'Erase your contact details?',
    consequence: 'Name, e-mail address and telephone number will be gone. We can no longer write to you.',
    goesOn: 'Your report stays. You can still follow it with your link.',
    submit: 'Erase contact details',
    done: 'Your contact details are erased. You can still follow the report here.',
  },
  all: {
    title: 'Erase everything of yours?',
    consequence:
      'Contact, text, answers, messages and photos will be gone, and so will what we wrote to you about them.',
    open: 'Your report is still open. It will be withdrawn: nobody can work on it without its text.',
    hidden: 'It will no longer be public. Number, category, place and history stay in the town hall.',
    final: 'This cannot be undone.',
    submit: 'Erase everything',
    done: 'Everything of yours is erased.',
  },
  back: 'Not now',
}
