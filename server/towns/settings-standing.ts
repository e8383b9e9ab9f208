/** The settings of a town as they stand in the database, with what they lie over. Never from the cache. */
import type { Db } from '../../db/client.ts'
import { NO_SETTINGS, StoredTown, type Town, TownSettings } from '../../tenants/schema.ts'
import { notFound } from '../errors.ts'
import { findCatalogueVersion } from './catalogue-rows.ts'
import { resolveTown } from './resolve-town.ts'
import { findTownRow, getTownVersionRow } from './rows.ts'
import { findSettingsRow } from './settings-rows.ts'

export type Standing = {
  /** 0: none yet. */
  version: number
  settings: TownSettings
  /** The town with these settings instead. */
  townWith: (settings: TownSettings) => Town
}

export async function readStanding(db: Db, key: string): Promise<Standing> {
  const row = await findTownRow(db, key)
  if (!row) throw notFound('town_not_found')
  const stored = StoredTown.parse((await getTownVersionRow(db, key, row.version)).config)
  const catalogue = await findCatalogueVersion(db, stored.catalogueVersion)
  const categories = new Map((catalogue?.categories ?? []).map((category) => [category.key, category]))
  return {
    version: row.settingsVersion,
    settings: await readVersion(db, key, row.settingsVersion),
    townWith: (settings) => resolveTown(stored, categories, settings),
  }
}

/** @throws not_found for a version the town never had; version 0 is the file alone */
export async function readVersion(db: Db, town: string, version: number): Promise<TownSettings> {
  if (version === 0) return NO_SETTINGS
  const row = await findSettingsRow(db, town, version)
  if (!row) throw notFound('version_not_found')
  return TownSettings.parse(row.settings)
}
