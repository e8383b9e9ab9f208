/** How many mails of a town did not arrive, beside the link to them. Counted now and then, not for every page. */
import type { Context } from 'hono'
import { countTroubles } from '../../notifications/watch-deliveries.ts'
import { LeastRecentlyUsed } from '../../towns/least-recently-used.ts'
import type { AppEnv, Deps } from '../app-env.ts'

const FRESH_MS = 30_000
const TOWNS_KEPT = 500

type Counted = { count: number; at: number }
/** By the application, so that two of them in one process do not show each other's. */
const kept = new WeakMap<Deps, LeastRecentlyUsed<string, Counted>>()

/** For the admin of `c.var.town`. */
export async function troublesOf(c: Context<AppEnv>): Promise<number> {
  const { deps, town, clerk } = c.var
  const counts = keptFor(deps)
  const now = deps.now()
  const last = counts.get(town.key)
  if (last && now.getTime() - last.at < FRESH_MS) return last.count
  const { failed, givenUp } = await countTroubles({ database: deps.database, actor: clerk, now }, town)
  counts.set(town.key, { count: failed + givenUp, at: now.getTime() })
  return failed + givenUp
}

export function forgetTroubles({ var: { deps } }: Context<AppEnv>): void {
  kept.delete(deps)
}

function keptFor(deps: Deps) {
  const counts = kept.get(deps) ?? new LeastRecentlyUsed<string, Counted>(TOWNS_KEPT)
  kept.set(deps, counts)
  return counts
}
