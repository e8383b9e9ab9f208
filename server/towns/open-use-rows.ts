/** Which departments and categories a town's open reports use. In the town's own transaction. */
import { and, count, eq, inArray, isNotNull, notInArray } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { reports } from '../../db/schema/reports.ts'
import { OPEN } from '../reports/status.ts'

type Use = { what: 'department' | 'category'; key: string; count: number }

/** More open reports than any town has; a bound all the same. */
const MOST_POINTS = 100_000

export async function listOpenUse(db: Db, town: string): Promise<Use[]> {
  const open = and(eq(reports.town, town), inArray(reports.status, [...OPEN]))
  const departments = await db
    .select({ key: reports.department, count: count() })
    .from(reports)
    .where(open)
    .groupBy(reports.department)
  const categories = await db
    .select({ key: reports.category, count: count() })
    .from(reports)
    .where(open)
    .groupBy(reports.category)
  return [
    ...departments.map((row) => ({ what: 'department' as const, ...row })),
    ...categories.map((row) => ({ what: 'category' as const, ...row })),
  ]
}

/** Where the open reports lie that have a point. */
export async function listOpenPoints(db: Db, town: string): Promise<{ lat: number; lon: number }[]> {
  const rows = await db
    .select({ lat: reports.lat, lon: reports.lon })
    .from(reports)
    .where(and(eq(reports.town, town), inArray(reports.status, [...OPEN]), isNotNull(reports.lat)))
    .limit(MOST_POINTS)
  return rows.map(({ lat, lon }) => ({ lat: lat!, lon: lon! }))
}

/** The same for what a joining town does not offer: its dispatcher sees it as something else. */
export async function moveOpenReportsInto(db: Db, town: string, { offered, to }: { offered: string[]; to: string }) {
  await db
    .update(reports)
    .set({ category: to })
    .where(and(eq(reports.town, town), notInArray(reports.category, offered), inArray(reports.status, [...OPEN])))
}

/** All at once and without a word to anybody: nobody worked there who could miss them. */
export async function giveOpenReportsTo(db: Db, town: string, { from, to }: { from: string; to: string }) {
  await db
    .update(reports)
    .set({ department: to, routedBecause: { by: 'assigned', department: to } })
    .where(and(eq(reports.town, town), eq(reports.department, from), inArray(reports.status, [...OPEN])))
}
