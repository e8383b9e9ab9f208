/** What other systems are told: the names of events outside, as Standard Webhooks spell them. */
import type { Action } from '../reports/record-event.ts'

/** In groups, as an admin chooses among them. */
export const TYPE_GROUPS = {
  intake: [
    'report.received',
    'report.accepted',
    'report.reassigned',
    'report.recategorised',
    'report.place_moved',
    'report.photo_added',
  ],
  work: [
    'report.scheduled',
    'report.public_answer',
    'report.question_asked',
    'report.answered',
    'report.question_expired',
    'report.partner_involved',
    'report.partner_acknowledged',
    'report.partner_returned',
  ],
  end: [
    'report.closed',
    'report.declined',
    'report.handed_over',
    'report.withdrawn',
    'report.withdrawal_undone',
    'report.merged',
    'report.separated',
    'report.reopened',
  ],
  content: ['report.visibility_changed', 'report.erased'],
} as const
export type EventType = (typeof TYPE_GROUPS)[keyof typeof TYPE_GROUPS][number]
export const EVENT_TYPES: readonly EventType[] = Object.values(TYPE_GROUPS).flat()

/** Sent by an admin to see whether the other side takes it. */
export const TEST_TYPE = 'webhook.test'

/** Null: nobody's business outside the town hall, or told by another event of the same change. */
const TYPE_OF: Record<Action, EventType | null> = {
  submitted: 'report.received',
  routed: null,
  accepted: 'report.accepted',
  given_back: 'report.reassigned',
  scheduled: 'report.scheduled',
  asked: 'report.question_asked',
  question_answered: 'report.answered',
  question_expired: 'report.question_expired',
  partner_involved: 'report.partner_involved',
  partner_acknowledged: 'report.partner_acknowledged',
  partner_returned: 'report.partner_returned',
  // Between the town and the partner's own system.
  partner_received: null,
  partner_not_reached: null,
  partner_told: null,
  partner_written: null,
  link_renewed: null,
  closed: 'report.closed',
  declined: 'report.declined',
  handed_over: 'report.handed_over',
  withdrawn: 'report.withdrawn',
  reopened: 'report.reopened',
  assigned: 'report.reassigned',
  recategorised: 'report.recategorised',
  noted: null,
  answered: 'report.public_answer',
  visibility_changed: 'report.visibility_changed',
  priority_changed: null,
  contact_removed: null,
  erased_on_request: 'report.erased',
  // Told by nothing: what it takes back was not told either.
  undone: null,
  photo_added: 'report.photo_added',
  merged: 'report.merged',
  absorbed: null,
  separated: 'report.separated',
  released: null,
  objected: null,
  objection_accepted: 'report.reopened',
  objection_rejected: 'report.public_answer',
  rated: null,
  withdrawal_undone: 'report.withdrawal_undone',
  place_moved: 'report.place_moved',
  imported: null,
  notice_decided: null,
  // What was said elsewhere is read by the clerks first.
  update_taken: null,
}

export const typeOfAction = (action: string): EventType | null => TYPE_OF[action as Action] ?? null
