/** Brings an earlier version of a town back, as a new version: the history is only ever added to. */
import type { Database } from '../../db/client.ts'
import { StoredTown } from '../../tenants/schema.ts'
import { conflict, notFound } from '../errors.ts'
import { type Applied, refuseIfInUse, tellGate } from './apply-town.ts'
import { passGate } from './go-live.ts'
import { addTownVersion, findTownRow, findTownVersionRow, replaceSharedDepartments } from './rows.ts'

export type RollBack = {
  town: string
  /** Version to bring back; without it the one before the current. */
  to?: number | undefined
}

/** @throws not_found for an unknown town or version, conflict `nothing_before` for a town with a single version, `still_in_use` as apply */
export async function rollBackTown(
  database: Database,
  { town, to }: RollBack,
  by: string,
  now: Date,
): Promise<Applied> {
  return database.inTransaction(town, async (db) => {
    const current = await findTownRow(db, town)
    if (!current) throw notFound('town_not_found')
    const wanted = to ?? current.version - 1
    if (wanted < 1) throw conflict('nothing_before')
    const earlier = await findTownVersionRow(db, town, wanted)
    if (!earlier) throw notFound('version_not_found')
    await refuseIfInUse(db, earlier.config)
    const version = current.version + 1
    const { seq: _seq, ...row } = earlier
    const gate = await passGate(
      db,
      { town: StoredTown.parse(earlier.config), boundary: earlier.boundary, now },
      current,
    )
    await addTownVersion(db, { ...row, version, appliedAt: now, appliedBy: by }, gate.isLive)
    await replaceSharedDepartments(db, earlier.config)
    return { town, version, changed: true, ...tellGate(gate, current) }
  })
}
