import { and, eq } from 'drizzle-orm'
import { reportRatings } from '../../db/schema/reports.ts'
import type { TxCtx } from '../context.ts'

type RatingRow = typeof reportRatings.$inferSelect

/** The score for one end; a later one takes its place. */
export async function keepRatingRow(
  ctx: TxCtx,
  { reportId, version, score }: Pick<RatingRow, 'reportId' | 'version' | 'score'>,
): Promise<void> {
  const rated = { score, ratedAt: ctx.now() }
  await ctx.db
    .insert(reportRatings)
    .values({ town: ctx.town.key, reportId, version, ...rated })
    .onConflictDoUpdate({ target: [reportRatings.town, reportRatings.reportId, reportRatings.version], set: rated })
}

/** The score for this end, if one was given. */
export async function findScore(ctx: TxCtx, reportId: string, version: number): Promise<number | null> {
  const [row] = await ctx.db
    .select({ score: reportRatings.score })
    .from(reportRatings)
    .where(
      and(
        eq(reportRatings.town, ctx.town.key),
        eq(reportRatings.reportId, reportId),
        eq(reportRatings.version, version),
      ),
    )
  return row?.score ?? null
}
