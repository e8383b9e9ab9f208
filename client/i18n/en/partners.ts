import type { partners as german } from '../de/partners.ts'

export const partners: typeof german = {
  received: (partner, ref) => `Arrived at ${partner}, number ${ref} there`,
  notReached: (partner) => `Not taken by their system, so sent by e-mail to: ${partner}`,
  untaken: (who, when) => `The system of ${who} did not take it (${when})`,
  silent: (who) => `At the moment we cannot read what happens at ${who}.`,
  reasons: {
    partner_refused: 'Their system has refused it.',
    partner_key: 'Their system does not know our key. Please ask whoever runs the platform.',
    partner_down: 'Their system is out of order at the moment.',
    partner_unreadable: 'Their answer could not be read.',
    partner_no_service: 'The town’s file does not say what this category is called there.',
    partner_unknown: 'The partner is no longer in the town’s file.',
    address_forbidden: 'The address of their system is not allowed. Please ask whoever runs the platform.',
    unreachable: 'Their system does not answer.',
    too_slow: 'Their system answers too slowly.',
    answer_too_large: 'Their answer is too large.',
  },
}
