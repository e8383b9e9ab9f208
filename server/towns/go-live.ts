/** The gate before the public: a town that fails a binding line stays a preview; one that is live stays live. */
import type { Db } from '../../db/client.ts'
import type { ConformanceLine } from '../../db/schema/platform.ts'
import type { StoredTown } from '../../tenants/schema.ts'
import { conformanceOf, failingOf } from './conformance.ts'
import { gatherFacts } from './gather-facts.ts'
import { keepConformance } from './keep-conformance.ts'
import type { Area } from './read-boundary.ts'
import { ensureNightly } from './recheck.ts'
import type { TownRow } from './rows.ts'

export type Gate = { isLive: boolean; failing: ConformanceLine[] }
type New = { town: StoredTown; boundary: Area; now: Date }

/**
 * In the transaction that makes the version the served one.
 * @param current the town as it is served until now, if it is
 */
export async function passGate(db: Db, { town, boundary, now }: New, current: TownRow | null): Promise<Gate> {
  // Whoever has not joined has promised nothing.
  if (!town.member) return { isLive: town.live, failing: [] }
  const looked = { town, boundary, settingsVersion: current?.settingsVersion ?? 0 }
  // A demo differs by a hint only, and hints keep nobody from going live.
  const lines = conformanceOf(await gatherFacts(db, looked, { now, isDemo: false }))
  const failing = failingOf(lines)
  // Citizens are never cut off: what was public stays so while the grace period runs.
  const isLive = town.live && (failing.length === 0 || (current?.live ?? false))
  await keepConformance(db, { town: town.key, lines, isLive, now })
  if (isLive) await ensureNightly(db, 'recheck_conformance', town.key, now)
  return { isLive, failing: town.live ? failing : [] }
}
