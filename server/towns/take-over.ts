/** A municipality joins by its own folder: what the directory held for it becomes its own, or steps back. */
import type { Db } from '../../db/client.ts'
import type { StoredTown } from '../../tenants/schema.ts'
import { conflict } from '../errors.ts'
import { dispatcherOf } from '../routing/route-report.ts'
import { TOWN_HALL } from './compile-directory-town.ts'
import { listDirectoryTwins } from './directory-rows.ts'
import { giveOpenReportsTo, moveOpenReportsInto } from './open-use-rows.ts'
import { findTownRow } from './rows.ts'
import { stepBack } from './step-back.ts'

/** Catalogue key of "something else". */
const CATCH_ALL = 'other'

type Who = { by: string; now: Date }

/** @throws conflict `key_of_another` when the key is that of another municipality, which has not joined */
export async function takeOver(db: Db, town: StoredTown, who: Who): Promise<void> {
  if (!town.member) return
  const before = await findTownRow(db, town.key)
  if (before && !before.member) {
    if (before.ags !== town.ags) throw conflict('key_of_another', { town: town.key })
    // Who got them by mail is no department any more; the dispatcher finds the right one.
    const isKept = town.departments.some(({ key }) => key === TOWN_HALL)
    if (!isKept) await giveOpenReportsTo(db, town.key, { from: TOWN_HALL, to: dispatcherOf(town) })
    const offered = town.categories.map((entry) => ('catalogue' in entry ? entry.catalogue : entry.key))
    const to = offered.includes(CATCH_ALL) ? CATCH_ALL : offered[0]!
    await moveOpenReportsInto(db, town.key, { offered, to })
  }
  if (!town.live) return
  await stepBack(db, await listDirectoryTwins(db, town.ags, town.key), who)
}
