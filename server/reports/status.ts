/** The life of a report, whole. A row is a rule; who may do it stands in the verb of the same name. */
import type { Status } from '../../db/schema/reports.ts'

export const OPEN = ['received', 'in_progress', 'scheduled', 'question', 'with_partner'] as const satisfies Status[]
export const CLOSED = ['done', 'declined', 'handed_over'] as const satisfies Status[]

/** The three in which work is under way in the town's own hands: from here it can wait for somebody else. */
const IN_HAND = ['received', 'in_progress', 'scheduled'] as const satisfies Status[]

/** `to: 'before'` returns to the status that the verb's counterpart left. */
type Transition = { from: readonly Status[]; to: Status | 'before' }

export const TRANSITIONS = {
  accept: { from: ['received'], to: 'in_progress' },
  giveBack: { from: IN_HAND, to: 'received' }, // to the dispatcher, counted as misrouting
  schedule: { from: IN_HAND, to: 'scheduled' },
  ask: { from: IN_HAND, to: 'question' },
  answerQuestion: { from: ['question'], to: 'before' },
  expireQuestion: { from: ['question'], to: 'before' }, // time ran out: never pretends an answer
  involvePartner: { from: IN_HAND, to: 'with_partner' },
  returnFromPartner: { from: ['with_partner'], to: 'in_progress' },
  close: { from: OPEN, to: 'done' },
  decline: { from: OPEN, to: 'declined' },
  handOver: { from: OPEN, to: 'handed_over' }, // not ours: county, state road, neighbour
  withdraw: { from: OPEN, to: 'declined' },
  undoWithdrawal: { from: ['declined'], to: 'before' },
  merge: { from: OPEN, to: 'declined' }, // worked on in another report's place
  separate: { from: ['declined'], to: 'before' },
  reopen: { from: CLOSED, to: 'in_progress' },
  acceptObjection: { from: CLOSED, to: 'in_progress' },
} as const satisfies Record<string, Transition>

export type StatusVerb = keyof typeof TRANSITIONS

export function can(verb: StatusVerb, status: Status): boolean {
  return (TRANSITIONS[verb].from as readonly Status[]).includes(status)
}

export function isOpen(status: Status): boolean {
  return (OPEN as readonly Status[]).includes(status)
}

/** Closing reasons, counted apart: "closed" is not "solved". */
export const CLOSING_REASONS = {
  done: ['repaired', 'gone_when_checked', 'repaired_by_others'],
  declined: [
    'duplicate',
    'no_defect',
    'private_ground',
    'no_action_needed',
    'law_or_budget',
    'no_answer',
    'misuse',
    'test',
  ],
  handed_over: [
    'county',
    'state_road_agency',
    'motorway_company',
    'railway',
    'utility',
    'police',
    'neighbouring_town',
    'other',
  ],
} as const

/** `question` is nobody's business but the reporter's and the clerk's. */
export function publicStatus(status: Status): Exclude<Status, 'question'> {
  return status === 'question' ? 'in_progress' : status
}

/** What a filter for a public status must look for in the rows. */
export function statusesShownAs(status: Status): Status[] {
  if (status === 'question') return []
  return status === 'in_progress' ? ['in_progress', 'question'] : [status]
}
