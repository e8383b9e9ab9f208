/** The only place that reads and writes the tables of towns. Platform tables: run outside any town. */
import { and, asc, desc, eq, gte, ilike, lte, sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { sharedDepartments, townAreas, towns, townVersions } from '../../db/schema/platform.ts'
import type { StoredTown } from '../../tenants/schema.ts'
import type { Point } from '../ports.ts'

export type TownRow = typeof towns.$inferSelect
export type TownVersionRow = typeof townVersions.$inferSelect
export type NewTownVersion = Omit<TownVersionRow, 'seq'>
export type TownAreaRow = typeof townAreas.$inferSelect

export async function findTownRow(db: Db, key: string): Promise<TownRow | null> {
  const [row] = await db.select().from(towns).where(eq(towns.key, key))
  return row ?? null
}

export async function findTownRowByHost(db: Db, host: string): Promise<TownRow | null> {
  const [row] = await db.select().from(towns).where(eq(towns.host, host))
  return row ?? null
}

export async function findTownVersionRow(db: Db, town: string, version: number): Promise<TownVersionRow | null> {
  const [row] = await db
    .select()
    .from(townVersions)
    .where(and(eq(townVersions.town, town), eq(townVersions.version, version)))
  return row ?? null
}

export async function getTownVersionRow(db: Db, town: string, version: number): Promise<TownVersionRow> {
  const row = await findTownVersionRow(db, town, version)
  if (!row) throw new Error(`town ${town} has no version ${version}`)
  return row
}

export async function findNewestTownVersion(db: Db, town: string) {
  const [row] = await db
    .select({ version: townVersions.version, contentHash: townVersions.contentHash })
    .from(townVersions)
    .where(eq(townVersions.town, town))
    .orderBy(desc(townVersions.version))
    .limit(1)
  return row ?? null
}

/** Live towns by name; `q` narrows to names that contain it. */
export async function listTownRows(
  db: Db,
  { q, limit }: { q?: string | undefined; limit: number },
): Promise<TownRow[]> {
  const named = q ? ilike(towns.name, `%${q.replaceAll(/[\\%_]/g, '\\$&')}%`) : undefined
  return db
    .select()
    .from(towns)
    .where(and(eq(towns.live, true), named))
    .orderBy(asc(towns.name))
    .limit(limit)
}

/** Live towns by a part of their name or by a postcode's beginning. */
export async function searchTownRows(db: Db, q: string, limit: number): Promise<TownRow[]> {
  if (!/^\d{2,5}$/.test(q)) return listTownRows(db, { q, limit })
  const rows = await db
    .select({ town: towns })
    .from(towns)
    .innerJoin(townVersions, and(eq(townVersions.town, towns.key), eq(townVersions.version, towns.version)))
    .where(
      and(
        eq(towns.live, true),
        sql`exists (select 1 from jsonb_array_elements_text(${townVersions.config} -> 'postcodes') as postcode where postcode like ${`${q}%`})`,
      ),
    )
    .orderBy(asc(towns.name))
    .limit(limit)
  return rows.map((row) => row.town)
}

/** Metres of one degree of latitude. */
const DEGREE_M = 111_195

/**
 * Municipalities whose bounding box holds the point, or comes within so many metres of it: a handful, to be decided by
 * their polygons.
 */
export async function listAreaCandidates(db: Db, { lat, lon }: Point, metres = 0) {
  const north = metres / DEGREE_M
  const east = north / Math.cos((lat * Math.PI) / 180)
  return db
    .select({ town: townAreas.town, version: townAreas.version, member: towns.member })
    .from(townAreas)
    .innerJoin(towns, eq(towns.key, townAreas.town))
    .where(
      and(
        lte(townAreas.minLat, lat + north),
        gte(townAreas.maxLat, lat - north),
        lte(townAreas.minLon, lon + east),
        gte(townAreas.maxLon, lon - east),
        sql`${townAreas.kind} <> 'county'`,
        eq(towns.live, true),
      ),
    )
    .limit(50)
}

/** Municipalities by the distance from the point to their bounding box. */
export async function listNearestTowns(db: Db, { lat, lon }: Point, limit: number): Promise<TownRow[]> {
  const dLat = sql`greatest(${townAreas.minLat} - ${lat}, 0, ${lat} - ${townAreas.maxLat})`
  // One degree of longitude is shorter than one of latitude by the cosine of the latitude.
  const dLon = sql`greatest(${townAreas.minLon} - ${lon}, 0, ${lon} - ${townAreas.maxLon}) * cos(radians(${lat}))`
  const rows = await db
    .select({ town: towns })
    .from(towns)
    .innerJoin(townAreas, eq(townAreas.town, towns.key))
    .where(and(sql`${townAreas.kind} <> 'county'`, eq(towns.live, true)))
    .orderBy(sql`(${dLat}) ^ 2 + (${dLon}) ^ 2`, asc(towns.name))
    .limit(limit)
  return rows.map((row) => row.town)
}

export async function getAreaRow(db: Db, town: string): Promise<TownAreaRow | null> {
  const [row] = await db.select().from(townAreas).where(eq(townAreas.town, town))
  return row ?? null
}

/** The live town with this municipality or county key. */
export async function findTownRowByAgs(db: Db, ags: string): Promise<TownRow | null> {
  const [row] = await db
    .select()
    .from(towns)
    .where(and(eq(towns.ags, ags), eq(towns.live, true)))
  return row ?? null
}

/** Adds a version and makes it the one that is served, in public or as a preview. */
export async function addTownVersion(db: Db, row: NewTownVersion, live = row.config.live): Promise<void> {
  const { config, version, boundary } = row
  const { key, name, kind, ags, host = null, member, bounds } = config
  const [minLon, minLat, maxLon, maxLat] = bounds
  const town = { key, name, kind, ags, host, live, member, version }
  const area = { town: key, kind, minLon, minLat, maxLon, maxLat, version, geometry: boundary }
  await db.insert(townVersions).values(row)
  await db.insert(towns).values(town).onConflictDoUpdate({ target: towns.key, set: town })
  await db.insert(townAreas).values(area).onConflictDoUpdate({ target: townAreas.town, set: area })
}

export async function moveTownLive(db: Db, key: string): Promise<void> {
  await db.update(towns).set({ live: true }).where(eq(towns.key, key))
}

const MOST_VERSIONS = 50

/** Who applied what when, newest first. */
export async function listTownVersionRows(db: Db, town: string) {
  const { version, appliedAt, appliedBy, contentHash } = townVersions
  return db
    .select({ version, appliedAt, appliedBy, contentHash })
    .from(townVersions)
    .where(eq(townVersions.town, town))
    .orderBy(desc(townVersions.version))
    .limit(MOST_VERSIONS)
}

/** Which departments of the town are another town's, as its newest version says. */
export async function replaceSharedDepartments(db: Db, { key, departments }: StoredTown): Promise<void> {
  await db.delete(sharedDepartments).where(eq(sharedDepartments.town, key))
  const rows = departments.flatMap((department) => {
    const [lender, lentDepartment] = department.from?.split('/') ?? []
    return lender && lentDepartment ? [{ town: key, department: department.key, lender, lentDepartment }] : []
  })
  if (rows.length > 0) await db.insert(sharedDepartments).values(rows)
}
