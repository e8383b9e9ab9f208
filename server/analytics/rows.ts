import { sql } from 'drizzle-orm'
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
