/** Towns that have not joined, and what has changed since somebody last looked. Platform tables: run outside any town. */
import { and, asc, desc, eq, gt, inArray, ne, sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { catalogueVersions, townAreas, towns, townVersions } from '../../db/schema/platform.ts'
import type { CatalogueRow } from './catalogue-rows.ts'

export async function findNewestCatalogueVersion(db: Db): Promise<CatalogueRow | null> {
  const [row] = await db.select().from(catalogueVersions).orderBy(desc(catalogueVersions.version)).limit(1)
  return row ?? null
}

/** Every town as it is served, with the mailbox of its first department. Thousands of lean rows. */
export async function listKnownTowns(db: Db) {
  const { key, ags, member, live, version } = towns
  return db
    .select({
      key,
      ags,
      member,
      live,
      version,
      contentHash: townVersions.contentHash,
      mailbox: sql<
        string | null
      >`case when ${townVersions.config} -> 'reachable' = 'false' then null else ${townVersions.config} #>> '{departments,0,mailbox}' end`,
    })
    .from(towns)
    .innerJoin(townVersions, and(eq(townVersions.town, key), eq(townVersions.version, version)))
}

/** Live towns of the directory with this municipality key, other than `key`. */
export async function listDirectoryTwins(db: Db, ags: string, key: string): Promise<string[]> {
  const rows = await db
    .select({ key: towns.key })
    .from(towns)
    .where(and(eq(towns.ags, ags), eq(towns.member, false), eq(towns.live, true), ne(towns.key, key)))
  return rows.map((row) => row.key)
}

/** Boxes of municipalities whose served version was applied after `seq`, in that order. */
export async function listAreasSince(db: Db, seq: number) {
  const { key, name, host, kind, live, member, version } = towns
  const { minLon, minLat, maxLon, maxLat } = townAreas
  return db
    .select({ seq: townVersions.seq, key, name, host, kind, live, member, version, minLon, minLat, maxLon, maxLat })
    .from(townVersions)
    .innerJoin(towns, and(eq(towns.key, townVersions.town), eq(towns.version, townVersions.version)))
    .innerJoin(townAreas, eq(townAreas.town, towns.key))
    .where(gt(townVersions.seq, seq))
    .orderBy(asc(townVersions.seq))
}

export async function listGeometries(db: Db, keys: readonly { key: string }[]) {
  return db
    .select({ key: townAreas.town, geometry: townAreas.geometry })
    .from(townAreas)
    .where(
      inArray(
        townAreas.town,
        keys.map(({ key }) => key),
      ),
    )
}
