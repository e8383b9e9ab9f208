/** A draft that goes on in another town takes its photos along. */
import { type Ctx, inTransaction } from '../context.ts'
import type { Blobs, CleanPhoto, Picture } from '../ports.ts'
import { hashOf } from '../secrets.ts'
import { listDraftPhotos } from './draft-photos.ts'
import { keepPhotos } from './keep-photos.ts'
import { addDraftPhotoRow, type DraftPhotoRow } from './rows.ts'

/** Copies, since a blob's key names its town; the first draft keeps its own until it is over. */
export async function copyDraftPhotos(
  from: { ctx: Ctx; draft: string },
  to: { ctx: Ctx; draft: string },
  blobs: Blobs,
): Promise<void> {
  const found = await listDraftPhotos(from.ctx, from.draft)
  const photos = (await Promise.all(found.map((row) => readBack(blobs, row)))).filter((photo) => photo !== null)
  const kept = await keepPhotos(to.ctx, blobs, photos)
  const draftHash = await hashOf(to.draft)
  await inTransaction(to.ctx, async (ctx) => {
    for (const [index, photo] of kept.entries())
      await addDraftPhotoRow(ctx, { ...photo, draftHash, position: index + 1 })
  })
}

async function readBack(blobs: Blobs, row: DraftPhotoRow): Promise<CleanPhoto | null> {
  const bytes = await blobs.get(row.blobKey)
  if (!bytes) return null
  const contentType = row.contentType as Picture['contentType']
  const small = row.thumbKey ? await blobs.get(row.thumbKey) : null
  const thumb = small && { bytes: small, contentType: 'image/jpeg' as const, width: 0, height: 0 }
  return { bytes, contentType, width: row.width, height: row.height, thumb }
}
