/** A town's streets from the database, kept in memory as long as its version stands. */
import type { Database } from '../../db/client.ts'
import { type Ctx, inTransaction } from '../context.ts'
import { LeastRecentlyUsed } from '../towns/least-recently-used.ts'
import { listStreetRows } from './rows.ts'
import { indexStreets, type StreetIndex } from './street-index.ts'

/** Streets of all towns together: some 100 MB at most, a few hundred towns. */
const MOST_STREETS = 300_000

/** By database, so that what is kept ends with it. */
const kept = new WeakMap<Database, LeastRecentlyUsed<string, StreetIndex>>()

/** A list that changed comes with a new version of its town, so the version says whether what is kept still holds. */
export async function streetsOf(ctx: Ctx): Promise<StreetIndex> {
  const lists = listsOf(ctx.database)
  const key = `${ctx.town.key}@${ctx.town.version}`
  const known = lists.get(key)
  if (known) return known
  const streets = indexStreets(await inTransaction(ctx, listStreetRows))
  lists.set(key, streets)
  return streets
}

function listsOf(database: Database): LeastRecentlyUsed<string, StreetIndex> {
  const lists = kept.get(database) ?? new LeastRecentlyUsed(MOST_STREETS, ({ streets }) => streets.length + 1)
  kept.set(database, lists)
  return lists
}
