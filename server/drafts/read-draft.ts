/** A begun report, for whoever has its address. */
import { type Ctx, inTransaction, type TxCtx } from '../context.ts'
import { AppError } from '../errors.ts'
import { hashOf } from '../secrets.ts'
import type { Draft, DraftFields } from './draft-fields.ts'
import { countDraftPhotoRows, findDraftRow } from './rows.ts'

/** @throws gone `draft_over` when it is unknown, over, or another town's */
export async function readDraft(ctx: Ctx, token: string): Promise<Draft> {
  const hash = await hashOf(token)
  return inTransaction(ctx, (ctx) => readDraftIn(ctx, hash))
}

export async function readDraftIn(ctx: TxCtx, hash: string): Promise<Draft> {
  const row = await findDraftRow(ctx, hash)
  if (!row) throw new AppError('gone', 'draft_over')
  const photos = await countDraftPhotoRows(ctx, hash)
  return { hash, fields: row.fields as DraftFields, photos, sentReportId: row.sentReportId }
}
