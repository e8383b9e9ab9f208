/** A town as it was last applied, without what the town hall has set since: what files are held against. */
import type { Db } from '../../db/client.ts'
import { StoredTown, type Town } from '../../tenants/schema.ts'
import { findCatalogueVersion } from './catalogue-rows.ts'
import { resolveTown } from './resolve-town.ts'
import { findTownRow, getTownVersionRow } from './rows.ts'

export async function townInForce(db: Db, key: string): Promise<Town | null> {
  const row = await findTownRow(db, key)
  if (!row) return null
  const { config } = await getTownVersionRow(db, key, row.version)
  const stored = StoredTown.parse(config)
  const kept = await findCatalogueVersion(db, stored.catalogueVersion)
  return resolveTown(stored, new Map((kept?.categories ?? []).map((one) => [one.key, one])))
}
