/** What the last check of each town found, and what a check has to know of others. Platform tables. */
import { and, asc, count, eq, gte, ilike, inArray, isNotNull, lte, ne, sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { conformance, memberships, people, townAreas, towns, townVersions } from '../../db/schema/platform.ts'
import type { Bounds, StoredTown } from '../../tenants/schema.ts'
import type { Neighbour } from './requirements/requirement.ts'

export type ConformanceRow = typeof conformance.$inferSelect

export async function findConformanceRow(db: Db, town: string): Promise<ConformanceRow | null> {
  const [row] = await db.select().from(conformance).where(eq(conformance.town, town))
  return row ?? null
}

/** The same, held until the transaction ends, so that two checks do not both tell. */
export async function lockConformanceRow(db: Db, town: string): Promise<ConformanceRow | null> {
  const [row] = await db.select().from(conformance).where(eq(conformance.town, town)).for('update')
  return row ?? null
}

export async function keepConformanceRow(db: Db, row: ConformanceRow): Promise<void> {
  await db.insert(conformance).values(row).onConflictDoUpdate({ target: conformance.town, set: row })
}

/** No municipality touches more. */
const MOST_NEIGHBOURS = 60

/** Live member towns of the same level whose bounding box meets this one: a county holds its municipalities, not its like. */
export async function listNeighbourAreas(
  db: Db,
  { key, kind }: Pick<StoredTown, 'key' | 'kind'>,
  [minLon, minLat, maxLon, maxLat]: Bounds,
): Promise<Neighbour[]> {
  const sameLevel = kind === 'county' ? eq(townAreas.kind, 'county') : ne(townAreas.kind, 'county')
  return db
    .select({ key: towns.key, name: towns.name, boundary: townAreas.geometry })
    .from(townAreas)
    .innerJoin(towns, eq(towns.key, townAreas.town))
    .where(
      and(
        ne(townAreas.town, key),
        sameLevel,
        eq(towns.member, true),
        eq(towns.live, true),
        lte(townAreas.minLon, maxLon),
        gte(townAreas.maxLon, minLon),
        lte(townAreas.minLat, maxLat),
        gte(townAreas.maxLat, minLat),
      ),
    )
    .limit(MOST_NEIGHBOURS)
}

/** People who can sign in for the town and give its reports on. */
export async function countDispatchers(db: Db, town: string): Promise<number> {
  const [row] = await db
    .select({ people: sql<number>`count(distinct ${people.id})::int` })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(
      and(
        eq(memberships.town, town),
        inArray(memberships.role, ['admin', 'dispatcher']),
        isNotNull(people.passwordHash),
        sql`${people.disabledAt} is null`,
      ),
    )
  return row?.people ?? 0
}

/** Whoever is told when a town fails: its admins, and the operators of the platform. */
export async function listConformanceReaders(db: Db, town: string) {
  const isReader = sql`(${memberships.role} = 'operator' or (${memberships.role} = 'admin' and ${memberships.town} = ${town}))`
  return db
    .selectDistinct({ id: people.id, email: people.email, name: people.name, language: people.language })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(and(isReader, sql`${people.disabledAt} is null`))
    .orderBy(asc(people.email))
}

/** Live members for the register, by name. */
export async function listRegisterRows(
  db: Db,
  { q, limit, offset }: { q?: string | undefined; limit: number; offset: number },
) {
  const isListed = and(eq(towns.live, true), eq(towns.member, true), named(q))
  const rows = await db
    .select({
      key: towns.key,
      name: towns.name,
      host: towns.host,
      catalogueVersion: sql<number>`(${townVersions.config} ->> 'catalogueVersion')::int`,
      since: sql<string>`(select min(applied_at) from town_versions as earlier where earlier.town = ${towns.key})`,
      last: conformance,
    })
    .from(towns)
    .innerJoin(townVersions, and(eq(townVersions.town, towns.key), eq(townVersions.version, towns.version)))
    .leftJoin(conformance, eq(conformance.town, towns.key))
    .where(isListed)
    .orderBy(asc(towns.name), asc(towns.key))
    .limit(limit)
    .offset(offset)
  const [total] = await db.select({ rows: count() }).from(towns).where(isListed)
  return { rows: rows.map((row) => ({ ...row, since: new Date(row.since) })), total: total?.rows ?? 0 }
}

/** Name contains it, whatever the case; `%` and `_` mean themselves. */
export function named(q: string | undefined) {
  return q ? ilike(towns.name, `%${q.replaceAll(/[\\%_]/g, '\\$&')}%`) : undefined
}
