/** Which departments of a person work for several towns: read off the memberships, as they are at this request. */
import type { Membership } from '../context.ts'

export type SharedQueueKey = { lender: string; department: string }
type Memberships = readonly Membership[]

/** One queue for each of the person's departments that some other town has. */
export function sharedQueuesOf(memberships: Memberships): SharedQueueKey[] {
  return [...new Set(memberships.flatMap(({ via }) => via ?? []))].map(keyOf)
}

/** The queue over several towns that this person works from when in this town; null: the town's own. */
export function sharedQueueIn(memberships: Memberships, town: string): SharedQueueKey | null {
  const here = memberships.find((one) => one.town === town && one.via)?.via
  if (here) return keyOf(here)
  return sharedQueuesOf(memberships).find(({ lender }) => lender === town) ?? null
}

/** The department in its own town and in each it serves; empty for whoever is not a clerk of it. */
export function townsOfShared(memberships: Memberships, { lender, department }: SharedQueueKey): Membership[] {
  const own = memberships.filter(
    (one) => one.town === lender && one.department === department && one.role === 'clerk' && !one.via,
  )
  return own.length === 0 ? [] : [...own, ...memberships.filter(({ via }) => via === `${lender}/${department}`)]
}

function keyOf(via: string): SharedQueueKey {
  const [lender, department] = via.split('/') as [string, string]
  return { lender, department }
}
