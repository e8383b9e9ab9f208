/** What a partner's system calls a status, as what it means for us. */

/** `back`: it is not with them any more. `taken`: they are at it. `said`: only words. */
export type Meaning = { kind: 'back'; reason?: 'partner_done' | 'partner_not_ours' } | { kind: 'taken' | 'said' }

const DONE: Meaning = { kind: 'back', reason: 'partner_done' }
const NOT_OURS: Meaning = { kind: 'back', reason: 'partner_not_ours' }
const BACK: Meaning = { kind: 'back' }
const TAKEN: Meaning = { kind: 'taken' }

/** GeoReport's two, FixMyStreet's extended ones as it writes and as it labels them, CitySDK's detailed ones. */
const MEANINGS: Record<string, Meaning> = {
  closed: DONE,
  fixed: DONE,
  fixed_council: DONE,
  processed: DONE,
  not_councils_responsibility: NOT_OURS,
  not_responsible: NOT_OURS,
  no_further_action: NOT_OURS,
  unable_to_fix: NOT_OURS,
  rejected: NOT_OURS,
  // Over there, but neither done nor refused: the town reads why and decides.
  duplicate: BACK,
  cancelled: BACK,
  in_progress: TAKEN,
  in_process: TAKEN,
  investigating: TAKEN,
  planned: TAKEN,
  action_scheduled: TAKEN,
  internal_referral: TAKEN,
}

/** What nobody knows is only words. */
export function meaningOf(status: string): Meaning {
  const key = status.toLowerCase().replaceAll(/[^a-z]+/g, '_')
  return Object.hasOwn(MEANINGS, key) ? MEANINGS[key]! : { kind: 'said' }
}
