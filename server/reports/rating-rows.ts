/** How content reporters are. */
import { reportRatings } from '../../db/schema/reports.ts'
import type { TxCtx } from '../context.ts'

type RatingRow = typeof reportRatings.$inferSelect

/** The answer about an end; a later one takes its place. */
export async function saveRatingRow(ctx: TxCtx, row: Omit<RatingRow, 'town' | 'ratedAt'>): Promise<void> {
  const ratedAt = ctx.now()
  await ctx.db
    .insert(reportRatings)
    .values({ ...row, town: ctx.town.key, ratedAt })
    .onConflictDoUpdate({
      target: [reportRatings.town, reportRatings.reportId, reportRatings.version],
      set: { score: row.score, ratedAt },
    })
}
