import { and, eq, gt } from 'drizzle-orm'
import { drafts } from '../../db/schema/intake.ts'
import type { TxCtx } from '../context.ts'

type DraftRow = typeof drafts.$inferSelect

export async function addDraftRow(ctx: TxCtx, row: Omit<DraftRow, 'town' | 'sentReportId'>): Promise<void> {
  await ctx.db.insert(drafts).values({ ...row, town: ctx.town.key })
}

/** The draft, unless it is over. */
export async function findDraftRow(ctx: TxCtx, tokenHash: string): Promise<DraftRow | null> {
  const [row] = await ctx.db
    .select()
    .from(drafts)
    .where(and(eq(drafts.town, ctx.town.key), eq(drafts.tokenHash, tokenHash), gt(drafts.expiresAt, ctx.now())))
  return row ?? null
}
