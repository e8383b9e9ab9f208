import { and, desc, eq, sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { usageCounts } from '../../db/schema/intake.ts'
import type { TxCtx } from '../context.ts'

type UseRow = Omit<typeof usageCounts.$inferInsert, 'town' | 'count'>

/** One more of this combination on this day. */
export async function addUse(ctx: TxCtx, use: UseRow): Promise<void> {
  const { town, day, step, intakeChannel, device, via } = usageCounts
  await ctx.db
    .insert(usageCounts)
    .values({ ...use, town: ctx.town.key, count: 1 })
    .onConflictDoUpdate({
      target: [town, day, step, intakeChannel, device, via],
      set: { count: sql`${usageCounts.count} + 1` },
    })
}

const MOST_DAYS = 400

/** How often people wished that this town joined, by day, newest first. In the town's own transaction. */
export async function listWishCounts(db: Db, town: string): Promise<{ day: string; count: number }[]> {
  const { day, step, count } = usageCounts
  return db
    .select({ day, count: sql<number>`sum(${count})::int` })
    .from(usageCounts)
    .where(and(eq(usageCounts.town, town), eq(step, 'wished')))
    .groupBy(day)
    .orderBy(desc(day))
    .limit(MOST_DAYS)
}
