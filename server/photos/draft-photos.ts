/** Photos of a begun report: added one by one while somebody writes, taken over when it is sent. */
import { z } from 'zod'
import type { Visibility } from '../../db/schema/reports.ts'
import { type Ctx, inTransaction, type TxCtx } from '../context.ts'
import { AppError, notFound } from '../errors.ts'
import type { Blobs, CleanPhoto } from '../ports.ts'
import { addDueWork } from '../reports/record-event.ts'
import { hashOf } from '../secrets.ts'
import { type KeptPhoto, keepPhotos, sha256 } from './keep-photos.ts'
import { isRefused, MOST_PHOTOS, type PhotoFile, type RefusedPhoto, type Stores, tryPhoto } from './photo-file.ts'
import {
  addDraftPhotoRow,
  addPhotoRows,
  type DraftPhotoRow,
  findDraftPhotoRow,
  holdOpenDraft,
  listDraftPhotoRows,
  removeDraftPhotoRow,
} from './rows.ts'

const over = () => new AppError('gone', 'draft_over')

export type AddedPhotos = { added: DraftPhotoRow[]; refused: RefusedPhoto[] }

/**
 * Adds what can be added and says of the rest why not. The same photo sent again, as after an answer that got lost, is
 * the one that is there.
 * @param input draft: the secret part of `{base}/melden/{draft}`
 * @throws gone `draft_over`
 */
export async function addDraftPhotos(
  ctx: Ctx,
  { blobs, photos }: Stores,
  { draft, files }: { draft: string; files: readonly PhotoFile[] },
): Promise<AddedPhotos> {
  const draftHash = await hashOf(draft)
  // Before any work on the files.
  await listDraftPhotos(ctx, draft)
  const outcome: AddedPhotos = { added: [], refused: [] }
  for (const [index, file] of files.entries()) {
    if (index >= MOST_PHOTOS) {
      outcome.refused.push({ name: file.name, reason: 'photos_too_many' })
      continue
    }
    const cleaned = await tryPhoto(photos, file)
    if (isRefused(cleaned)) {
      outcome.refused.push(cleaned)
      continue
    }
    const contentHash = await sha256(cleaned.bytes)
    const there = await roomFor(ctx, draftHash, contentHash)
    if (there === 'full') outcome.refused.push({ name: file.name, reason: 'photos_too_many' })
    if (there !== 'free') {
      if (there !== 'full') outcome.added.push(there)
      continue
    }
    const kept = await keepUnlessFull(ctx, blobs, cleaned)
    if (!kept) {
      outcome.refused.push({ name: file.name, reason: 'photos_town_full' })
      continue
    }
    const added = await inTransaction(ctx, async (ctx) => {
      const place = await placeIn(ctx, draftHash, contentHash)
      if (typeof place !== 'number') return place
      const row = { ...kept, draftHash, position: place }
      await addDraftPhotoRow(ctx, row)
      return { ...row, town: ctx.town.key }
    })
    if (added === 'full') outcome.refused.push({ name: file.name, reason: 'photos_too_many' })
    else outcome.added.push(added)
  }
  return outcome
}

/** Null on a day on which the town has more photos than it keeps: the report goes on without this one. */
async function keepUnlessFull(ctx: Ctx, blobs: Blobs, photo: CleanPhoto): Promise<KeptPhoto | null> {
  try {
    const [kept] = await keepPhotos(ctx, blobs, [photo])
    return kept ?? null
  } catch (error) {
    if (error instanceof AppError && error.code === 'too_many') return null
    throw error
  }
}

/** Looked at before anything is stored, so that a full draft costs no room. */
function roomFor(ctx: Ctx, draftHash: string, contentHash: string): Promise<'free' | 'full' | DraftPhotoRow> {
  return inTransaction(ctx, async (ctx) => {
    const place = await placeIn(ctx, draftHash, contentHash)
    return typeof place === 'number' ? 'free' : place
  })
}

/** The next free position; or the row that holds this very photo. */
async function placeIn(ctx: TxCtx, draftHash: string, contentHash: string): Promise<number | 'full' | DraftPhotoRow> {
  if (!(await holdOpenDraft(ctx, draftHash))) throw over()
  const rows = await listDraftPhotoRows(ctx, draftHash)
  const same = rows.find((row) => row.contentHash === contentHash)
  if (same) return same
  return rows.length >= MOST_PHOTOS ? 'full' : (rows.at(-1)?.position ?? 0) + 1
}

/** @throws gone `draft_over` */
export async function listDraftPhotos(ctx: Ctx, draft: string): Promise<DraftPhotoRow[]> {
  const draftHash = await hashOf(draft)
  return inTransaction(ctx, async (ctx) => {
    if (!(await holdOpenDraft(ctx, draftHash))) throw over()
    return listDraftPhotoRows(ctx, draftHash)
  })
}

export const DraftPhoto = z.object({ draft: z.string(), id: z.uuid() })

/** @throws gone for a draft that is over, not_found for a photo that is not its own */
export async function readDraftPhoto(ctx: Ctx, { draft, id }: z.infer<typeof DraftPhoto>): Promise<DraftPhotoRow> {
  const found = (await listDraftPhotos(ctx, draft)).find((row) => row.id === id)
  if (!found) throw notFound('photo_not_found')
  return found
}

/** Removed twice is removed. @throws gone for a draft that is over */
export async function removeDraftPhoto(ctx: Ctx, { draft, id }: z.infer<typeof DraftPhoto>): Promise<void> {
  const draftHash = await hashOf(draft)
  await inTransaction(ctx, async (ctx) => {
    if (!(await holdOpenDraft(ctx, draftHash))) throw over()
    const row = await findDraftPhotoRow(ctx, id)
    if (row?.draftHash !== draftHash) return
    await removeDraftPhotoRow(ctx, id)
    await addDueWork(ctx, { kind: 'erase_photo', ref: id, runAt: ctx.now() })
  })
}

/** All of them, before the draft itself is removed: its row may not go while photos hang on it. */
export async function removeDraftPhotos(ctx: TxCtx, draftHash: string): Promise<void> {
  for (const { id } of await listDraftPhotoRows(ctx, draftHash)) {
    await removeDraftPhotoRow(ctx, id)
    await addDueWork(ctx, { kind: 'erase_photo', ref: id, runAt: ctx.now() })
  }
}

/** In the transaction that sends the draft: its photos become the report's own. The blobs stay where they are. */
export async function takeDraftPhotos(
  ctx: TxCtx,
  { draftHash, reportId, visibility }: { draftHash: string; reportId: string; visibility: Visibility },
): Promise<void> {
  const rows = await listDraftPhotoRows(ctx, draftHash)
  await addPhotoRows(
    ctx,
    rows.map(({ town: _town, draftHash: _draft, ...row }) => ({ ...row, reportId, visibility, isResult: false })),
  )
  for (const { id } of rows) await removeDraftPhotoRow(ctx, id)
}
