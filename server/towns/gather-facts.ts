/** Loads what the requirements look at. In one transaction, without asking anybody outside. */
import { dayOf } from '../../client/i18n/index.ts'
import type { Db } from '../../db/client.ts'
import { NO_SETTINGS, StoredTown, TownSettings } from '../../tenants/schema.ts'
import { findCatalogueVersion } from './catalogue-rows.ts'
import { countDispatchers, findConformanceRow, listNeighbourAreas } from './conformance-rows.ts'
import { type Area, boundsOf } from './read-boundary.ts'
import type { TownFacts } from './requirements/requirement.ts'
import { resolveTown } from './resolve-town.ts'
import { findTownRowByAgs } from './rows.ts'
import { findSettingsRow } from './settings-rows.ts'

export type Looked = { town: StoredTown; boundary: Area; settingsVersion: number }
/** How it is looked at. */
export type Circumstances = { now: Date; isDemo: boolean }

export async function gatherFacts(
  db: Db,
  { town: config, boundary, settingsVersion }: Looked,
  { now, isDemo }: Circumstances,
): Promise<TownFacts> {
  const stored = StoredTown.parse(config)
  const row = await findCatalogueVersion(db, stored.catalogueVersion)
  const catalogue = new Map((row?.categories ?? []).map((category) => [category.key, category]))
  const changed = settingsVersion > 0 ? await findSettingsRow(db, stored.key, settingsVersion) : null
  const settings = changed ? TownSettings.parse(changed.settings) : NO_SETTINGS
  return {
    stored,
    town: resolveTown(stored, catalogue, settings),
    settings,
    catalogue,
    boundary,
    neighbours: await listNeighbourAreas(db, stored, boundsOf(boundary)),
    hasCounty: (await findTownRowByAgs(db, stored.ags.slice(0, COUNTY_DIGITS))) !== null,
    staff: await countDispatchers(db, stored.key),
    answers: null,
    earlier: (await findConformanceRow(db, stored.key))?.lines ?? [],
    isDemo,
    today: dayOf(now),
  }
}

/** A county's key begins the keys of its municipalities. */
const COUNTY_DIGITS = 5
