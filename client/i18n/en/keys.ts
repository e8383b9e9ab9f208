import type { keys as german } from '../de/keys.ts'

export const keys: typeof german = {
  title: 'Interfaces',
  navigation: 'Interfaces',
  lead: 'Other systems come in with a key: the town’s app, a back office, a form server. Public data is read without one.',
  forDevelopers: 'What there is for developers',
  more: {
    title: 'More ways',
    webhooks: 'Webhooks',
    webhooksText: 'Another system hears at once when something changes.',
    embedding: 'On your own website',
    embeddingText: 'Form, map and list on your own pages.',
  },

  list: 'Keys',
  count: (n) => (n === 1 ? 'One key' : `${n} keys`),
  none: 'There is no key yet.',
  name: 'For which system',
  may: 'May',
  where: 'Area',
  wholeTown: 'whole town',
  used: 'Last used',
  never: 'never yet',
  state: 'State',
  active: 'valid',
  endedOn: (day) => `ended on ${day}`,
  ending: (signs) => `ends in …${signs}`,
  perHour: (n) => `${n} calls an hour`,
  end: 'End',

  scopes: {
    submit: 'Submit reports',
    update: 'Tell the state of its own reports',
    read: 'Read reports',
    contact: 'Read contacts',
    work: 'Work on reports',
  },
  scopeTexts: {
    submit:
      'Files reports, from the town’s app for example, and follows what becomes of them, public or not. Calls count for the key, not for each phone.',
    update: 'Tells by Open311 what became of reports that came with this key.',
    read: 'Reads all reports of the area, also text and photos that are not public. Without names and contacts.',
    contact: 'Reads name, email address and phone number besides. Only if the system really needs them.',
    work: 'Accepts, answers, schedules, closes and gives back as somebody of the area does. The history names the system.',
  },

  make: 'New key',
  nameHint: 'For example “City app” or “Depot software”. The name appears in the history of the reports.',
  scopesLabel: 'What may the system do?',
  department: 'For which area?',
  departmentHint: 'Reading and working hold only there.',
  perHourLabel: 'Calls an hour',
  perHourHint:
    'After that the system waits for the next hour. 600 is mostly enough; whoever reads many photos needs more.',
  submit: 'Make key',

  made: {
    title: (name) => `Key for ${name}`,
    once: 'Copy the key now. Nobody can read it again, not even us.',
    lost: 'If it is lost, end it and make a new one. Do not send it by email.',
    key: 'The key',
    use: 'This is how the system uses it:',
    back: 'Done, to all keys',
  },

  stop: {
    title: (name) => `End the key for ${name}`,
    text: 'From now on the system cannot come in with it. This cannot be undone; a new key is quickly made.',
    submit: 'End key',
    cancel: 'Cancel',
  },
  done: {
    beendet: 'The key is no longer valid.',
    gezeigt: 'The key had been made already and was shown once. If you do not have it, end it and make a new one.',
  },
  back: 'Interfaces',
}
