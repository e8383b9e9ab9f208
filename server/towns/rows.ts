/** The only place that reads and writes the tables of towns. Platform tables: run outside any town. */
import { and, asc, desc, eq, gte, ilike, lte, max, sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { sharedDepartments, townAreas, towns, townVersions } from '../../db/schema/platform.ts'
import type { StoredTown } from '../../tenants/schema.ts'
import type { Point } from '../ports.ts'

export type TownRow = typeof towns.$inferSelect
export type TownVersionRow = typeof townVersions.$inferSelect
export type NewTownVersion = Omit<TownVersionRow, 'seq'>
export type TownAreaRow = typeof townAreas.$inferSelect

export async function findTownRow(db: Db, key: string): Promise<TownRow | null> {
  // From an address; Postgres takes no NUL.
  if (key.includes('\u0000')) return null
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

/** When the version in force was applied; of all towns where none is named. */
export async function findChangeTime(db: Db, town: Pick<TownRow, 'key' | 'version'> | null): Promise<Date | null> {
  const [row] = await db
    .select({ at: max(townVersions.appliedAt) })
    .from(townVersions)
    .where(town ? and(eq(townVersions.town, town.key), eq(townVersions.version, town.version)) : undefined)
  return row?.at ?? null
}

/** Live member towns by name; `q` narrows to names that contain it. */
export async function listTownRows(
  db: Db,
  { q, limit }: { q?: string | undefined; limit: number },
): Promise<TownRow[]> {
  return db
    .select()
    .from(towns)
    .where(and(eq(towns.live, true), eq(towns.member, true), q ? ilike(towns.name, `%${literal(q)}%`) : undefined))
    .orderBy(asc(towns.name))
    .limit(limit)
}

/** Live member towns whose people may come in with the town's own accounts. */
export async function listOpenIdTowns(db: Db): Promise<Pick<TownRow, 'key' | 'name'>[]> {
  return db
    .select({ key: towns.key, name: towns.name })
    .from(towns)
    .innerJoin(townVersions, and(eq(townVersions.town, towns.key), eq(townVersions.version, towns.version)))
    .where(
      and(eq(towns.live, true), eq(towns.member, true), sql`${townVersions.config} #> '{signIn,openId}' is not null`),
    )
    .orderBy(asc(towns.name))
}

const literal = (q: string) => q.replaceAll(/[\\%_]/g, '\\$&')

/** Live towns by a part of their name or by a postcode's beginning: members first, then what begins with it. */
export async function searchTownRows(db: Db, q: string, limit: number): Promise<TownRow[]> {
  if (/^\d{2,5}$/.test(q)) return searchPostcode(db, q, limit)
  const rank = sql`case when lower(${towns.name}) = lower(${q}) then 0 when ${towns.name} ilike ${`${literal(q)}%`} then 1 else 2 end`
  return db
    .select()
    .from(towns)
    .where(and(eq(towns.live, true), ilike(towns.name, `%${literal(q)}%`)))
    .orderBy(desc(towns.member), rank, asc(towns.name), asc(towns.ags))
    .limit(limit)
}

/** Members only: the official boundaries, from which all others come, know no postcodes. */
async function searchPostcode(db: Db, q: string, limit: number): Promise<TownRow[]> {
  const rows = await db
    .select({ town: towns })
    .from(towns)
    .innerJoin(townVersions, and(eq(townVersions.town, towns.key), eq(townVersions.version, towns.version)))
    .where(
      and(
        eq(towns.live, true),
        eq(towns.member, true),
        sql`exists (select 1 from jsonb_array_elements_text(${townVersions.config} -> 'postcodes') as postcode where postcode like ${`${q}%`})`,
      ),
    )
    .orderBy(asc(towns.name))
    .limit(limit)
  return rows.map((row) => row.town)
}

/** Metres of one degree of latitude. */
const DEGREE_M = 111_195

/** Degrees of latitude: no municipality is taller, so the index need not look further south. */
const TALLEST = 1

/**
 * Municipalities whose bounding box holds the point, or comes within so many metres of it, members first: a handful, to
 * be decided by their polygons.
 */
export async function listAreaCandidates(db: Db, { lat, lon }: Point, metres = 0) {
  const north = metres / DEGREE_M
  const east = north / Math.cos((lat * Math.PI) / 180)
  return db
    .select({ key: towns.key, name: towns.name, host: towns.host, member: towns.member, version: townAreas.version })
    .from(townAreas)
    .innerJoin(towns, eq(towns.key, townAreas.town))
    .where(
      and(
        gte(townAreas.minLat, lat - TALLEST),
        lte(townAreas.minLat, lat + north),
        gte(townAreas.maxLat, lat - north),
        lte(townAreas.minLon, lon + east),
        gte(townAreas.maxLon, lon - east),
        sql`${townAreas.kind} <> 'county'`,
        eq(towns.live, true),
      ),
    )
    .orderBy(desc(towns.member), asc(towns.key))
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

/** The live town with this municipality or county key, a member if there is one. */
export async function findTownRowByAgs(db: Db, ags: string): Promise<TownRow | null> {
  const [row] = await db
    .select()
    .from(towns)
    .where(and(eq(towns.ags, ags), eq(towns.live, true)))
    .orderBy(desc(towns.member))
    .limit(1)
  return row ?? null
}

/** Adds a version and makes it the one that is served, in public or as a preview. */
export async function addTownVersion(db: Db, row: NewTownVersion, live = row.config.live): Promise<void> {
  await addTownVersions(db, [row], live)
}

/** One version each of several towns, in three statements. */
export async function addTownVersions(db: Db, rows: NewTownVersion[], isLive?: boolean): Promise<void> {
  const areas = rows.map(({ config: { key: town, kind, bounds }, version, boundary: geometry }) => {
    const [minLon, minLat, maxLon, maxLat] = bounds
    return { town, kind, minLon, minLat, maxLon, maxLat, version, geometry }
  })
  const served = rows.map(({ config: { key, name, kind, ags, host = null, live, member }, version }) => {
    return { key, name, kind, ags, host, live: isLive ?? live, member, version }
  })
  await db.insert(townVersions).values(rows)
  await db
    .insert(towns)
    .values(served)
    .onConflictDoUpdate({
      target: towns.key,
      set: given(towns, ['name', 'kind', 'ags', 'host', 'live', 'member', 'version']),
    })
  await db
    .insert(townAreas)
    .values(areas)
    .onConflictDoUpdate({
      target: townAreas.town,
      set: given(townAreas, ['kind', 'minLon', 'minLat', 'maxLon', 'maxLat', 'version', 'geometry']),
    })
}

/** Of a row that is already there, these columns as they were to be inserted. */
function given<Table extends typeof towns | typeof townAreas>(table: Table, names: (keyof Table & string)[]) {
  const column = (name: string) => (table as unknown as Record<string, { name: string }>)[name]!.name
  return Object.fromEntries(names.map((name) => [name, sql.raw(`excluded."${column(name)}"`)]))
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

/** Towns of files, whether live or not: key and name. */
export async function listMemberTowns(db: Db): Promise<Pick<TownRow, 'key' | 'name'>[]> {
  const { key, name } = towns
  return db.select({ key, name }).from(towns).where(eq(towns.member, true)).orderBy(asc(key))
}
