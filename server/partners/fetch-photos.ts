/** Photos that a partner's system shows of its work. They wait for a clerk, as everything that comes from outside. */
import { type Ctx, inTransaction } from '../context.ts'
import { AppError, DeliveryError } from '../errors.ts'
import { gatherPhotos, type MissingPhoto } from '../photos/gather-photos.ts'
import { type KeptPhoto, keepPhotos } from '../photos/keep-photos.ts'
import { missingNote } from '../photos/missing-note.ts'
import { listPhotoRows } from '../photos/rows.ts'
import { findForeignUpdate } from '../reports/foreign-rows.ts'
import type { News } from './open311-updates.ts'
import { meaningOf } from './partner-status.ts'
import type { Wires } from './system-of.ts'

export type Pictured = { photos: KeptPhoto[]; missing: string | undefined }
type Told = { partner: string; reportId: string; news: News }

/** What there is to fetch; nothing once the news were taken. */
export async function photosToFetch(ctx: Ctx, { urlOf }: Wires, { partner, reportId, news }: Told): Promise<string[]> {
  const own = urlOf(ctx, '/')
  const theirs = news.media.filter((url) => /^https?:\/\//i.test(url) && !url.startsWith(own))
  if (theirs.length === 0) return []
  return inTransaction(ctx, async (ctx) => {
    if (await findForeignUpdate(ctx, { sender: `partner/${partner}`, updateId: news.id })) return []
    if (!news.isStanding) return theirs
    // A standing shows the whole report, first of all what was sent along.
    const sent = (await listPhotoRows(ctx, reportId)).filter((row) => row.visibility === 'shown' && !row.isResult)
    return meaningOf(news.status).kind === 'back' ? theirs.slice(sent.length) : []
  })
}

/** @throws DeliveryError where they cannot be kept now */
export async function fetchPhotos(ctx: Ctx, wires: Wires, { name, urls }: { name: string; urls: string[] }) {
  const { cleaned, missing } = await gatherPhotos(wires, { files: [], addresses: urls })
  try {
    return { photos: await keepPhotos(ctx, wires.blobs, cleaned), missing: missingNote(name, missing) }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    if (error.code !== 'too_many') throw new DeliveryError(error.reason, { permanent: false, cause: error })
    const all: MissingPhoto[] = urls.map((url) => ({ name: url, because: 'too_many' }))
    return { photos: [], missing: missingNote(name, all) }
  }
}
