/** How reliable a town is: honest figures, solved apart from merely closed. */
import { and, eq, sql } from 'drizzle-orm'
import { reports } from '../../db/schema/reports.ts'
import { type Ctx, inTransaction, type TxCtx } from '../context.ts'
import { publicOf } from './list-public-reports.ts'

export type Figures = {
  /** Median of days from receipt to done. */
  medianDays: number
  /** Done ÷ everything that has ended, between 0 and 1. */
  solvedShare: number
  /** Reports that have ended: what both figures are taken from. */
  ended: number
}

/** Below this number of ended reports a figure would say more about chance than about the town. */
const FEWEST = 5

export function publicFigures(ctx: Ctx | TxCtx): Promise<Figures | null> {
  return inTransaction(ctx, async (ctx) => {
    const done = eq(reports.status, 'done')
    const [row] = await ctx.db
      .select({
        ended: sql<number>`(count(*) filter (where ${reports.closedAt} is not null))::int`,
        done: sql<number>`(count(*) filter (where ${done}))::int`,
        medianDays: sql<
          number | null
        >`(percentile_cont(0.5) within group (order by extract(epoch from ${reports.closedAt} - ${reports.receivedAt})) filter (where ${done}) / 86400)::float8`,
      })
      .from(reports)
      .where(and(publicOf(ctx)))
    if (!row || row.ended < FEWEST || row.medianDays === null) return null
    return { ended: row.ended, solvedShare: row.done / row.ended, medianDays: Math.max(1, Math.round(row.medianDays)) }
  })
}
