/** Which departments and categories a town's open reports use. In the town's own transaction. */
import { and, count, eq, inArray } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { reports } from '../../db/schema/reports.ts'
import { OPEN } from '../reports/status.ts'

type Use = { what: 'department' | 'category'; key: string; count: number }

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

/** All at once and without a word to anybody: nobody worked there who could miss them. */
export async function giveOpenReportsTo(db: Db, town: string, { from, to }: { from: string; to: string }) {
  await db
    .update(reports)
    .set({ department: to, routedBecause: { by: 'assigned', department: to } })
    .where(and(eq(reports.town, town), eq(reports.department, from), inArray(reports.status, [...OPEN])))
}
