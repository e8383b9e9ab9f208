/** The clock's part: blobs that no row names any more. */
import { type Ctx, inTransaction, type TxCtx } from '../context.ts'
import { requireSystem } from '../people/permissions.ts'
import type { Blobs } from '../ports.ts'
import { addDueWork } from '../reports/record-event.ts'
import { keysOf } from './photo-key.ts'
import { findDraftExpiry, findDraftPhotoRow, findPhotoRow, removeDraftPhotoRow, removePhotoRows } from './rows.ts'

/** Removes the blobs of a photo that nobody has any more. Returns when to look again, where a draft still has it. */
export async function erasePhoto(ctx: Ctx, blobs: Blobs, id: string): Promise<Date | null> {
  const has = await inTransaction(ctx, (ctx) => whoHas(ctx, id))
  if (has === 'report') return null
  if (has) return has
  for (const key of keysOf(ctx.town.key, id)) await blobs.remove(key)
  return null
}

/** A draft that is over loses its photo here. */
async function whoHas(ctx: TxCtx, id: string): Promise<'report' | Date | null> {
  requireSystem(ctx)
  if (await findPhotoRow(ctx, id)) return 'report'
  const row = await findDraftPhotoRow(ctx, id)
  if (!row) return null
  const expiresAt = await findDraftExpiry(ctx, row.draftHash)
  if (expiresAt && expiresAt > ctx.now()) return expiresAt
  await removeDraftPhotoRow(ctx, id)
  return null
}

/**
 * Takes all photos from a report, in the transaction that erases what the citizen sent. The clock removes the blobs.
 * @returns whether there were any
 */
export async function removeReportPhotos(ctx: TxCtx, reportId: string): Promise<boolean> {
  const gone = await removePhotoRows(ctx, reportId)
  for (const ref of gone) await addDueWork(ctx, { kind: 'erase_photo', ref, runAt: ctx.now() })
  return gone.length > 0
}
