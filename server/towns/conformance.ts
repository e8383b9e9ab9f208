/** A town held against the binding standard. Pure. */
import type { ConformanceLine } from '../../db/schema/platform.ts'
import type { TownFacts } from './requirements/requirement.ts'
import { REQUIREMENTS } from './requirements/table.ts'

/** How long a live town may fail before the register says so. */
export const GRACE_MS = 14 * 86_400_000

/** One line per requirement, in the order of the standard. */
export function conformanceOf(facts: TownFacts): ConformanceLine[] {
  return REQUIREMENTS.map(({ key, binding, check }) => ({ requirement: key, binding, ...check(facts) }))
}

/** Lines that keep a town from going live. */
export const failingOf = (lines: readonly ConformanceLine[]): ConformanceLine[] =>
  lines.filter(({ binding, state }) => binding && state === 'missing')

const ORDER = { missing: 0, hint: 1, met: 2 }

/** Failures first; within them the order of the standard. */
export function byUrgency(lines: readonly ConformanceLine[]): ConformanceLine[] {
  return [...lines].sort((a, b) => ORDER[a.state] - ORDER[b.state])
}

export type Standing = { failingSince: Date | null; badgeWithdrawnAt: Date | null }

/** Since when it fails, and whether the grace period is over. A preview has nothing to lose. */
export function standingAfter(
  earlier: Standing | null,
  { isMet, isLive, now }: { isMet: boolean; isLive: boolean; now: Date },
): Standing {
  if (isMet || !isLive) return { failingSince: null, badgeWithdrawnAt: null }
  const failingSince = earlier?.failingSince ?? now
  const isOver = graceEnds(failingSince) <= now
  return { failingSince, badgeWithdrawnAt: earlier?.badgeWithdrawnAt ?? (isOver ? now : null) }
}

export const graceEnds = (failingSince: Date) => new Date(failingSince.getTime() + GRACE_MS)

export const BADGES = ['met', 'grace', 'withdrawn', 'unchecked'] as const
export type Badge = (typeof BADGES)[number]

/** What the register says of a live town. */
export function badgeOf(last: (Standing & { isMet: boolean }) | null, now: Date): Badge {
  if (last?.isMet) return 'met'
  if (!last?.failingSince) return 'unchecked'
  return last.badgeWithdrawnAt || graceEnds(last.failingSince) <= now ? 'withdrawn' : 'grace'
}
