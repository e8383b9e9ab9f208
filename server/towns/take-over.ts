/** A municipality joins by its own folder: what the directory held for it becomes its own, or steps back. */
import type { Db } from '../../db/client.ts'
import type { StoredTown } from '../../tenants/schema.ts'
import { conflict } from '../errors.ts'
import { dispatcherOf } from '../routing/route-report.ts'
import { TOWN_HALL } from './compile-directory-town.ts'
import { listDirectoryTwins } from './directory-rows.ts'
import { giveOpenReportsTo } from './open-use-rows.ts'
import { addTownVersion, findTownRow, getTownVersionRow } from './rows.ts'

type Who = { by: string; now: Date }

/** @throws conflict `key_of_another` when the key is that of another municipality, which has not joined */
export async function takeOver(db: Db, town: StoredTown, { by, now }: Who): Promise<void> {
  if (!town.member) return
  const before = await findTownRow(db, town.key)
  if (before && !before.member) {
    if (before.ags !== town.ags) throw conflict('key_of_another', { town: town.key })
    // Who got them by mail is no department any more; the dispatcher finds the right one.
    const isKept = town.departments.some(({ key }) => key === TOWN_HALL)
    if (!isKept) await giveOpenReportsTo(db, town.key, { from: TOWN_HALL, to: dispatcherOf(town) })
  }
  if (!town.live) return
  for (const twin of await listDirectoryTwins(db, town.ags, town.key)) {
    const { seq: _seq, ...row } = await getTownVersionRow(db, twin, (await findTownRow(db, twin))!.version)
    const config = { ...row.config, live: false }
    // Another hash, so that the directory brings it back when the member leaves.
    const stepsBack = { ...row, version: row.version + 1, config, contentHash: `${row.contentHash} not live` }
    await addTownVersion(db, { ...stepsBack, appliedAt: now, appliedBy: by })
  }
}
