/** Puts a checked town into the registry as a new version, unless nothing has changed. */
import type { Database, Db } from '../../db/client.ts'
import type { StoredTown } from '../../tenants/schema.ts'
import { conflict } from '../errors.ts'
import { hashOf } from '../secrets.ts'
import type { CompiledTown } from './check-town.ts'
import { listOpenUse } from './open-use-rows.ts'
import { addTownVersion, findNewestTownVersion } from './rows.ts'
import { takeOver } from './take-over.ts'

export type Applied = { town: string; version: number; changed: boolean }

/** What open reports still use and the new version does not have. */
export type InUse = { what: 'department' | 'category'; key: string; count: number }

/**
 * @throws conflict `still_in_use` with what open reports use, `key_of_another` when a municipality that has not joined
 * has the key; then nothing was changed
 */
export async function applyTown(database: Database, compiled: CompiledTown, by: string, now: Date): Promise<Applied> {
  const { town, geometry, logo } = compiled
  const contentHash = await hashOf(JSON.stringify([town, geometry, logo]))
  // The town's own transaction: its open reports are looked at in the same one that changes it.
  return database.inTransaction(town.key, async (db) => {
    const newest = await findNewestTownVersion(db, town.key)
    if (newest?.contentHash === contentHash) return { town: town.key, version: newest.version, changed: false }
    await takeOver(db, town, { by, now })
    if (newest) await refuseIfInUse(db, town)
    const version = (newest?.version ?? 0) + 1
    const row = { town: town.key, version, config: town, boundary: geometry, logo, contentHash }
    await addTownVersion(db, { ...row, appliedAt: now, appliedBy: by })
    return { town: town.key, version, changed: true }
  })
}

/** A department or category may go only when no open report is left with it. */
export async function inUseWithout(db: Db, town: StoredTown): Promise<InUse[]> {
  const departments = town.departments.map(({ key }) => key)
  const categories = town.categories.map((entry) => ('catalogue' in entry ? entry.catalogue : entry.key))
  const use = await listOpenUse(db, town.key)
  return use.filter(({ what, key }) => !(what === 'department' ? departments : categories).includes(key))
}

export async function refuseIfInUse(db: Db, town: StoredTown): Promise<void> {
  const inUse = await inUseWithout(db, town)
  if (inUse.length > 0) throw conflict('still_in_use', { town: town.key, inUse })
}
