/** Puts a checked town into the registry as a new version, unless nothing has changed. */
import type { Database, Db } from '../../db/client.ts'
import type { StoredTown } from '../../tenants/schema.ts'
import { conflict } from '../errors.ts'
import { replaceAddressRows } from '../places/rows.ts'
import { hashOf } from '../secrets.ts'
import type { CompiledTown } from './check-town.ts'
import { findConformanceRow } from './conformance-rows.ts'
import { type Gate, passGate } from './go-live.ts'
import { listOpenUse } from './open-use-rows.ts'
import { ensureNightly } from './recheck.ts'
import { addTownVersion, findNewestTownVersion, findTownRow, replaceSharedDepartments, type TownRow } from './rows.ts'
import { takeOver } from './take-over.ts'

export type Applied = {
  town: string
  version: number
  changed: boolean
  /** There only where something binding is missing: then a new town stays a preview, a live one is warned. */
  gate?: Gate
  /** It was a preview until now. */
  wentLive?: boolean
}

/** What open reports still use and the new version does not have. */
export type InUse = { what: 'department' | 'category'; key: string; count: number }

/**
 * @throws conflict `still_in_use` with what open reports use, `key_of_another` when a municipality that has not joined
 * has the key; then nothing was changed
 */
export async function applyTown(database: Database, compiled: CompiledTown, by: string, now: Date): Promise<Applied> {
  const { town, geometry, logo, addresses } = compiled
  const contentHash = await contentHashOf(compiled)
  // The town's own transaction: its open reports are looked at in the same one that changes it.
  return database.inTransaction(town.key, async (db) => {
    const newest = await findNewestTownVersion(db, town.key)
    const current = await findTownRow(db, town.key)
    const same = newest?.contentHash === contentHash && { town: town.key, version: newest.version, changed: false }
    const waits = town.live && (!current?.live || (await findConformanceRow(db, town.key))?.isMet === false)
    if (same && !waits) return same
    const gate = await passGate(db, { town, boundary: geometry, now }, current)
    // What was missing may have come from elsewhere: another town, the catalogue. Going live is a version of its own.
    const goesLive = gate.isLive && current?.live === false
    if (same && !goesLive) return { ...same, ...tellGate(gate, current) }
    await takeOver(db, town, { by, now })
    if (newest) await refuseIfInUse(db, town)
    const version = (newest?.version ?? 0) + 1
    const row = { town: town.key, version, config: town, boundary: geometry, logo, contentHash }
    await addTownVersion(db, { ...row, appliedAt: now, appliedBy: by }, gate.isLive)
    await replaceSharedDepartments(db, town)
    await replaceAddressRows(db, town.key, addresses)
    // Also a preview has reports, and a town that is no longer public.
    await ensureNightly(db, 'erase_old', town.key, now)
    return { town: town.key, version, changed: true, ...tellGate(gate, current) }
  })
}

/** A list of addresses counts too: servers keep it as long as the town's version stands. */
export function contentHashOf({ town, geometry, logo, addresses }: CompiledTown): Promise<string> {
  return hashOf(JSON.stringify([town, geometry, logo, ...(addresses.length > 0 ? [addresses] : [])]))
}

/** What the reply says of the gate: nothing where all is as it should be. */
export function tellGate(gate: Gate, current: TownRow | null): Pick<Applied, 'gate' | 'wentLive'> {
  if (gate.failing.length > 0) return { gate }
  return gate.isLive && current?.live === false ? { wentLive: true } : {}
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
