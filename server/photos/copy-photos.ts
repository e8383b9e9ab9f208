/** What goes on in another town takes its photos along: as copies, since a blob's key names its town. */
import { type Ctx, inTransaction } from '../context.ts'
import { conflict } from '../errors.ts'
import { requireClerkOf } from '../people/permissions.ts'
import type { Blobs, CleanPhoto, Picture } from '../ports.ts'
import { getReportRow, holdReportRow, listEventRows } from '../reports/rows.ts'
import { hashOf } from '../secrets.ts'
import { listDraftPhotos } from './draft-photos.ts'
import { type KeptPhoto, keepPhotos } from './keep-photos.ts'
import { photosOutOfReach } from './photo-file.ts'
import { addReportPhotos } from './report-photos.ts'
import { addDraftPhotoRow, listPhotoRows } from './rows.ts'

/** A draft that goes on there; the one here keeps its own until it is over. */
export async function copyDraftPhotos(
  from: { ctx: Ctx; draft: string },
  to: { ctx: Ctx; draft: string },
  blobs: Blobs,
): Promise<void> {
  const kept = await copies(to.ctx, blobs, await listDraftPhotos(from.ctx, from.draft))
  const draftHash = await hashOf(to.draft)
  await inTransaction(to.ctx, async (ctx) => {
    for (const [index, photo] of kept.entries())
      await addDraftPhotoRow(ctx, { ...photo, draftHash, position: index + 1 })
  })
}

/**
 * The photos of a report that was passed to the neighbour, once: there they wait for a clerk, whatever they were here.
 * @throws conflict `not_possible_now` for a report that did not go there
 */
export async function copyPassedPhotos(from: Ctx, to: { ctx: Ctx; blobs: Blobs }, number: number): Promise<void> {
  const { rows, there } = await inTransaction(from, async (ctx) => {
    const report = await getReportRow(ctx, number)
    requireClerkOf(ctx, report.department)
    const passed = (await listEventRows(ctx, report.id)).find(({ facts }) => facts.elsewhere?.town === to.ctx.town.key)
    const rows = (await listPhotoRows(ctx, report.id)).filter(({ isResult }) => !isResult)
    return { rows, there: passed?.facts.elsewhere?.number }
  })
  if (there === undefined) throw conflict('not_possible_now')
  const kept = await copies(to.ctx, to.blobs, rows)
  await inTransaction(to.ctx, async (ctx) => {
    const { id: reportId, textVisibility } = await holdReportRow(ctx, there)
    if ((await listPhotoRows(ctx, reportId)).length > 0) return
    await addReportPhotos(ctx, { reportId, kept, visibility: textVisibility === 'hidden' ? 'hidden' : 'waiting' })
  })
}

type Source = { blobKey: string; thumbKey: string | null; contentType: string; width: number; height: number }

async function copies(to: Ctx, blobs: Blobs, rows: readonly Source[]): Promise<KeptPhoto[]> {
  const photos = await Promise.all(rows.map((row) => readBack(blobs, row)))
  return keepPhotos(
    to,
    blobs,
    photos.filter((photo) => photo !== null),
  )
}

async function readBack(blobs: Blobs, row: Source): Promise<CleanPhoto | null> {
  const get = (key: string) => blobs.get(key).catch((cause) => Promise.reject(photosOutOfReach(cause)))
  const bytes = await get(row.blobKey)
  if (!bytes) return null
  const contentType = row.contentType as Picture['contentType']
  const small = row.thumbKey ? await get(row.thumbKey) : null
  const thumb = small && { bytes: small, contentType: 'image/jpeg' as const, width: 0, height: 0 }
  return { bytes, contentType, width: row.width, height: row.height, thumb }
}
