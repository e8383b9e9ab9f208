import { drafts } from '../../db/schema/intake.ts'
import type { TxCtx } from '../context.ts'

export async function addDraftRow(ctx: TxCtx, row: Omit<typeof drafts.$inferInsert, 'town'>): Promise<void> {
  await ctx.db.insert(drafts).values({ ...row, town: ctx.town.key })
}
