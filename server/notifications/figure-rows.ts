/** How much the clock has before it, for whoever runs the platform: counts by kind, of all towns together. */
import { sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { dueWork } from '../../db/schema/platform.ts'
import type { DueFigure } from '../ports.ts'

export function listDueFigures(db: Db, now: Date): Promise<DueFigure[]> {
  const { kind, runAt, failedAt } = dueWork
  const at = sql`${now.toISOString()}::timestamptz`
  return db
    .select({
      kind,
      waiting: sql<number>`count(*) filter (where ${failedAt} is null and ${runAt} > ${at})::int`,
      overdue: sql<number>`count(*) filter (where ${failedAt} is null and ${runAt} <= ${at})::int`,
      failed: sql<number>`count(*) filter (where ${failedAt} is not null)::int`,
      oldestSeconds: sql<number>`coalesce(extract(epoch from ${at} - min(${runAt})
        filter (where ${failedAt} is null and ${runAt} <= ${at})), 0)::int`,
    })
    .from(dueWork)
    .groupBy(kind)
}
