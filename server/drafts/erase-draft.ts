/** The clock's part: what nobody has sent within its time is forgotten. */
import { type Ctx, inTransaction } from '../context.ts'
import { removeDraftPhotos } from '../photos/draft-photos.ts'
import { findDraftRowById, removeDraftRow } from './rows.ts'

/** Removes the draft with this id, and its photos. Nothing happens while it is not over, or when it is gone. */
export async function eraseDraft(ctx: Ctx, id: string): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const row = await findDraftRowById(ctx, id)
    if (!row || row.expiresAt > ctx.now()) return
    await removeDraftPhotos(ctx, row.tokenHash)
    await removeDraftRow(ctx, row.tokenHash)
  })
}
