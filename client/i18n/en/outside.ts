import type { outside as german } from '../de/outside.ts'

export const outside: typeof german = {
  title: (number) => `Report #${number}`,
  orderFor: (partner, number) => `Order for ${partner}, report #${number}`,
  reportFor: (town, number) => `Report #${number} for: ${town}`,
  partnerLead: (town) => `${town} has given you this report and stays in charge. What you say goes there.`,
  townHallLead: (town) =>
    `Somebody has sent this report through Anliegenwerk. In charge: ${town}. You need no account.`,
  linkEnds: (date) => `This link works until ${date}, for this report only.`,

  report: 'What it is about',
  description: 'Report',
  received: 'Received',
  instruction: 'What you are asked to do',
  place: 'Place',
  address: 'Address',
  coordinates: 'Coordinates',
  openMap: 'Open in a map app',
  noPlace: 'This report has no point on the map.',
  history: 'What has happened so far',
  actions: 'What you can do',

  acknowledge: 'We take care of it',
  acknowledgeHint: 'One click is enough. The person who reported it sees that somebody takes care.',
  acknowledgedOn: (date) => `Accepted on ${date}.`,

  answerTitle: 'Write an answer',
  answer: 'Your answer',
  answerHint: 'Goes to the person who reported it and is shown publicly with the report.',
  answerHidden: 'Goes to the person who reported it. The report is not public.',
  sendAnswer: 'Send answer',

  endTitle: 'Close',
  reason: 'Result',
  choose: 'Please choose',
  done: 'Done',
  declined: 'Without action',
  result: 'Final answer',
  end: 'Close',

  handOverTitle: 'We are not in charge',
  ownerKind: 'Who is in charge?',
  owner: 'Name of that body',
  ownerHint: 'As it is to be shown publicly',
  explanation: 'Answer to the person who reported it',
  handOver: 'Close as not ours',

  returnTitle: 'Report back',
  returnLead: (town) => `This ends your order. The report is closed by: ${town}.`,
  outcome: 'How does it stand?',
  outcomes: {
    partner_done: 'Done',
    partner_not_ours: 'Not our job',
  },
  note: 'Your message',
  noteHint: (town) => `Read only by: ${town}.`,
  return: 'Report back',

  missing: {
    answer: 'Write an answer.',
    reason: 'Choose a result.',
    result: 'Write a final answer.',
    ownerKind: 'Choose who is in charge.',
    owner: 'Name the body in charge.',
    explanation: 'Write what happens next.',
    outcome: 'Choose how it stands.',
    note: 'Write briefly what you have done, or why it is not your job.',
  },

  stale: 'Something has happened meanwhile',
  staleText: 'Your text is still here. Please check whether it still fits, then send it again.',
  staleInternal: 'The administration has worked on the report.',

  said: {
    annahme: 'Thank you. The person who reported it now sees that somebody takes care.',
    antwort: 'Your answer is saved.',
    abschluss: 'The report is closed.',
  },

  closedTitle: 'There is nothing left to do here',
  closedText: 'The report is closed. Nothing can be changed through this link any more.',

  dead: {
    unknown: {
      title: 'This link does not exist',
      text: 'Perhaps the end of it is missing. Open it once more from the e-mail.',
    },
    revoked: {
      title: 'This order has ended',
      text: 'The report is no longer with you. There is nothing else you need to do.',
    },
    expired: {
      title: 'This link has run out',
      text: 'To be safe it works for 30 days only. We gladly send you a new one, to the same mailbox as before.',
    },
    renewed: {
      title: 'A new link is on its way',
      text: 'You will find it within a few minutes in the same mailbox as before.',
    },
    tooMany: {
      title: 'A new link is already on its way',
      text: 'We have sent enough links for today. Please look into the mailbox, or try again tomorrow.',
    },
    closed: {
      title: 'There is nothing left to do here',
      text: 'The report has been closed in the meantime.',
    },
    returned: {
      title: 'Thank you for reporting back',
      text: 'This ends your order.',
    },
    handedOver: {
      title: 'Thank you, the report is closed',
      text: 'The person who reported it learns who is in charge.',
    },
  },
  ask: (town) => `Questions are answered by: ${town}.`,
  renew: 'Ask for a new link',
}
