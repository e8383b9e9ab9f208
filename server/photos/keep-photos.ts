/** Clean photos go among the blobs before any row names them: an orphan is harmless, a row without a blob is not. */
import { type Ctx, inTransaction } from '../context.ts'
import { countAll } from '../limits/count.ts'
import type { Blobs, CleanPhoto } from '../ports.ts'
import { addDueWork } from '../reports/record-event.ts'
import { photosOutOfReach } from './photo-file.ts'
import { photoKey, thumbKey } from './photo-key.ts'

/** What both tables hold of a photo. */
export type KeptPhoto = {
  id: string
  blobKey: string
  thumbKey: string | null
  contentType: string
  width: number
  height: number
  bytes: number
  contentHash: string
  addedAt: Date
}

/** A draft lives this long; after that the clock looks whether anybody still has the photo. */
const LOOK_AFTER_MS = 49 * 3_600_000

/**
 * Stores the photos. The clock is told first, in a transaction of its own, so that nothing is left over for ever when
 * no row follows.
 * @throws unavailable `photos_unavailable`
 */
export async function keepPhotos(ctx: Ctx, blobs: Blobs, cleaned: readonly CleanPhoto[]): Promise<KeptPhoto[]> {
  if (cleaned.length === 0) return []
  await countBytes(ctx, cleaned)
  const addedAt = ctx.now()
  const runAt = new Date(addedAt.getTime() + LOOK_AFTER_MS)
  const photos = cleaned.map((photo) => ({ id: crypto.randomUUID(), photo }))
  const due = photos.map(({ id }) => ({ kind: 'erase_photo' as const, ref: id, runAt }))
  await inTransaction(ctx, (ctx) => addDueWork(ctx, ...due))
  const kept: KeptPhoto[] = []
  for (const { id, photo } of photos) {
    const { bytes, contentType, width, height, thumb } = photo
    const blobKey = photoKey(ctx.town.key, id, contentType)
    const small = thumb && thumbKey(ctx.town.key, id, thumb.contentType)
    try {
      await blobs.put(blobKey, bytes, contentType)
      if (thumb && small) await blobs.put(small, thumb.bytes, thumb.contentType)
    } catch (cause) {
      throw photosOutOfReach(cause)
    }
    const contentHash = await sha256(bytes)
    kept.push({
      id,
      blobKey,
      thumbKey: small,
      contentType,
      width,
      height,
      bytes: bytes.byteLength,
      contentHash,
      addedAt,
    })
  }
  return kept
}

const DAY_MS = 86_400_000
/** Of one town in one day: two thousand photos as they are kept, so that nobody fills the disk. */
const MOST_BYTES = 2 * 1024 ** 3

/** What citizens send; a town hall fills its own disk. @throws too_many */
async function countBytes(ctx: Ctx, cleaned: readonly CleanPhoto[]): Promise<void> {
  if (ctx.actor.kind === 'clerk') return
  const amount = cleaned.reduce((sum, { bytes, thumb }) => sum + bytes.byteLength + (thumb?.bytes.byteLength ?? 0), 0)
  await countAll(ctx, [
    { what: 'photo bytes', who: `town ${ctx.town.key}`, most: MOST_BYTES, windowMs: DAY_MS, amount },
  ])
}

/** Hex. */
export async function sha256(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>)
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
