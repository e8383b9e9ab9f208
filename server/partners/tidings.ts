/** What a partner's own system is told of a report after it got it. */
import type { EventRow } from '../reports/rows.ts'

/** `again`: it is theirs after all. Every other one: they need do no more about it. */
export const TIDINGS = ['taken_back', 'withdrawn', 'merged', 'done', 'declined', 'handed_over', 'again'] as const
export type Tiding = (typeof TIDINGS)[number]

/** FixMyStreet's extended status, and GeoReport's own for systems that know no more. */
export const STATUS_OF: Record<Tiding, { extended: string; plain: 'OPEN' | 'CLOSED' }> = {
  taken_back: { extended: 'CANCELLED', plain: 'CLOSED' },
  withdrawn: { extended: 'CANCELLED', plain: 'CLOSED' },
  merged: { extended: 'DUPLICATE', plain: 'CLOSED' },
  done: { extended: 'FIXED', plain: 'CLOSED' },
  declined: { extended: 'NO_FURTHER_ACTION', plain: 'CLOSED' },
  handed_over: { extended: 'NOT_COUNCILS_RESPONSIBILITY', plain: 'CLOSED' },
  again: { extended: 'OPEN', plain: 'OPEN' },
}

const ENDS: Record<string, Tiding> = {
  partner_returned: 'taken_back',
  withdrawn: 'withdrawn',
  merged: 'merged',
  closed: 'done',
  declined: 'declined',
  handed_over: 'handed_over',
}
const RETURNS = new Set(['withdrawal_undone', 'separated'])

/** Null for what is no news to the partner, such as what came from there. */
export function tidingOf({ action, facts, actorKind }: EventRow): Tiding | null {
  if (facts.to === 'with_partner') return RETURNS.has(action) ? 'again' : null
  if (facts.from !== 'with_partner' || actorKind === 'outside') return null
  return ENDS[action] ?? null
}

export type Given = { gift: EventRow; recipient: `partner/${string}`; ref: string | null }

/** Into whose system the report had been given when this happened, and its number there as far as the history knows. */
export function givenBefore(newestFirst: readonly EventRow[], event: EventRow): Given | null {
  const isEarlier = (one: EventRow) => orderOf(one, event) < 0
  const gift = newestFirst.find((one) => one.action === 'partner_involved' && isEarlier(one))
  if (!gift?.facts.sendTo) return null
  const next = nextGift(newestFirst, gift)
  const own = newestFirst.filter((one) => orderOf(one, gift) > 0 && (!next || orderOf(one, next) < 0))
  // Not taken by the system: they got a link, and hear by mail.
  if (own.some(({ action }) => action === 'partner_not_reached')) return null
  const ref = own.find(({ action }) => action === 'partner_received')?.facts.ref ?? null
  return { gift, recipient: gift.facts.sendTo as Given['recipient'], ref }
}

/** The newest of what the partner is to know about this gift; null when it is still theirs. */
export function newestTiding(newestFirst: readonly EventRow[], gift: EventRow): EventRow | null {
  const next = nextGift(newestFirst, gift)
  const isOfGift = (one: EventRow) => orderOf(one, gift) > 0 && (!next || orderOf(one, next) < 0)
  return newestFirst.find((one) => isOfGift(one) && tidingOf(one) !== null) ?? null
}

const nextGift = (newestFirst: readonly EventRow[], gift: EventRow): EventRow | undefined =>
  newestFirst.findLast((one) => one.action === 'partner_involved' && orderOf(one, gift) > 0)

const orderOf = (a: EventRow, b: EventRow): number => a.version - b.version || a.step - b.step
