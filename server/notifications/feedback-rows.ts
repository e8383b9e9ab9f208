/** The only place that reads and writes words to the town that are no report. */
import { and, eq } from 'drizzle-orm'
import { feedbacks } from '../../db/schema/intake.ts'
import type { TxCtx } from '../context.ts'

export type FeedbackRow = typeof feedbacks.$inferSelect

export async function addFeedbackRow(ctx: TxCtx, row: Omit<FeedbackRow, 'town' | 'id' | 'sentAt'>): Promise<string> {
  const id = crypto.randomUUID()
  await ctx.db.insert(feedbacks).values({ ...row, town: ctx.town.key, id, sentAt: ctx.now() })
  return id
}

export async function findFeedbackRow(ctx: TxCtx, id: string): Promise<FeedbackRow | null> {
  const [row] = await ctx.db
    .select()
    .from(feedbacks)
    .where(and(eq(feedbacks.town, ctx.town.key), eq(feedbacks.id, id)))
  return row ?? null
}

export async function removeFeedbackRow(ctx: TxCtx, id: string): Promise<void> {
  await ctx.db.delete(feedbacks).where(and(eq(feedbacks.town, ctx.town.key), eq(feedbacks.id, id)))
}
