/** Catalogues that towns of a folder have agreed to and that the folder no longer has: the database keeps them. */
import type { Database } from '../../db/client.ts'
import type { WholeCategory } from '../../tenants/catalogue-schema.ts'
import { findCatalogueVersion } from './catalogue-rows.ts'
import type { TownFolder } from './check.ts'
import type { CompiledCatalogue } from './compile-town.ts'

export type EarlierCatalogues = ReadonlyMap<number, CompiledCatalogue>

/** Every version that some town's file may name; more than are needed do no harm. */
export async function earlierCatalogues(
  database: Database,
  { towns }: { towns: readonly Pick<TownFolder, 'townYaml'>[] },
): Promise<EarlierCatalogues> {
  const named = towns.flatMap(({ townYaml }) => [...townYaml.matchAll(/\bcatalogue['"]?:\s*(\d{1,6})\b/g)])
  const versions = new Set(named.map(([, version]) => Number(version)))
  if (versions.size === 0) return new Map()
  return database.inTransaction(null, async (db) => {
    const found = new Map<number, CompiledCatalogue>()
    for (const version of versions) {
      const row = await findCatalogueVersion(db, version)
      if (row) found.set(version, { version, categories: row.categories })
    }
    return found
  })
}

/** The categories of the catalogue a compiled town refers to. */
export function catalogueOf(
  { catalogueVersion }: { catalogueVersion: number },
  newest: CompiledCatalogue,
  earlier: EarlierCatalogues,
): ReadonlyMap<string, WholeCategory> {
  const { categories } = catalogueVersion === newest.version ? newest : earlier.get(catalogueVersion)!
  return new Map(categories.map((one) => [one.key, one]))
}
