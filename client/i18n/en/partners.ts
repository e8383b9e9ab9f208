import type { partners as german } from '../de/partners.ts'

export const partners: typeof german = {
  received: (partner, ref) => `Arrived at ${partner}, number ${ref} there`,
  notReached: (partner) => `Not taken by their system, so sent by e-mail to: ${partner}`,
  takenBack: (partner) => `Taken back from ${partner}`,
  told: (partner, news) => `Told to the system of ${partner}: ${news}`,
  written: (partner, news) => `Told by e-mail to ${partner}: ${news}`,
  instructionWritten: (partner) => `Instruction sent by e-mail to: ${partner}`,
  short: {
    taken_back: 'taken back',
    withdrawn: 'withdrawn by the reporter',
    merged: 'merged with another report',
    done: 'closed',
    declined: 'declined',
    handed_over: 'handed over to somebody else',
    again: 'open again after all',
  },
  tidings: {
    taken_back: (town, number) => `${town} has taken back report #${number}. Please do not work on it any more.`,
    withdrawn: (town, number) =>
      `The reporter has withdrawn report #${number} at ${town}. There is nothing left for you to do.`,
    merged: (town, number) =>
      `${town} works on report #${number} together with another one. Please do not work on it any more.`,
    done: (town, number) => `${town} has closed report #${number}. There is nothing left for you to do.`,
    declined: (town, number) => `${town} has declined report #${number}. There is nothing left for you to do.`,
    handed_over: (town, number) =>
      `${town} has handed report #${number} over to somebody else. Please do not work on it any more.`,
    again: (town, number) => `Report #${number} of ${town} is open again after all. Please carry on.`,
  },
  mail: {
    subject: (ref, news) => `About ${ref}: ${news}`,
    instructionSubject: (ref) => `Instruction about ${ref}`,
    instruction: (ref) =>
      ref
        ? `there is a report of ours in your system, with the number ${ref}. Our instruction:`
        : 'there is a report of ours in your system. Our instruction:',
    private: 'The instruction comes by e-mail because your system has no field for internal words.',
    there: (ref) => `Your number: ${ref}`,
    here: (town) => `Number at ${town}`,
  },
  asks: (partner, questions) =>
    `The system of ${partner} demands answers that this report does not have:\n${questions}\nWhere they come from can stand in the town’s file: partners, open311, attributes.`,
  untaken: (who, when) => `The system of ${who} did not take it (${when})`,
  silent: (who) => `At the moment we cannot read what happens at ${who}.`,
  reasons: {
    partner_refused: 'Their system has refused it.',
    partner_key: 'Their system does not know our key. Please ask whoever runs the platform.',
    partner_down: 'Their system is out of order at the moment.',
    partner_unreadable: 'Their answer could not be read.',
    partner_no_service: 'The town’s file does not say what this category is called there.',
    partner_unknown: 'The partner is no longer in the town’s file.',
    partner_asks: 'Their system demands an answer that the report does not have. The history says which.',
    partner_no_updates: 'Their system takes no news about reports.',
    partner_no_number: 'Their system has not given the report a number yet.',
    partner_same_number: 'Their system named the number of another report for it.',
    address_forbidden: 'The address of their system is not allowed. Please ask whoever runs the platform.',
    unreachable: 'Their system does not answer.',
    too_slow: 'Their system answers too slowly.',
    answer_too_large: 'Their answer is too large.',
  },
}
