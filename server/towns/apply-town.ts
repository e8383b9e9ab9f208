/** Puts a checked town into the registry as a new version, unless nothing has changed. */
import type { Database } from '../../db/client.ts'
import { hashOf } from '../secrets.ts'
import type { CompiledTown } from './check-town.ts'
import { addTownVersion, findNewestTownVersion } from './rows.ts'

export type Applied = { town: string; version: number; changed: boolean }

export async function applyTown(database: Database, compiled: CompiledTown, by: string, now: Date): Promise<Applied> {
  const { town, geometry, logo } = compiled
  const contentHash = await hashOf(JSON.stringify([town, geometry, logo]))
  return database.inTransaction(null, async (db) => {
    const newest = await findNewestTownVersion(db, town.key)
    if (newest?.contentHash === contentHash) return { town: town.key, version: newest.version, changed: false }
    const version = (newest?.version ?? 0) + 1
    const row = { town: town.key, version, config: town, boundary: geometry, logo, contentHash }
    await addTownVersion(db, { ...row, appliedAt: now, appliedBy: by })
    return { town: town.key, version, changed: true }
  })
}
