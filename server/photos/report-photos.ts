/** Photos that come to a report after it was sent: of the result, or from the reporter. */
import { z } from 'zod'
import type { Visibility } from '../../db/schema/reports.ts'
import { type Ctx, inTransaction, type TxCtx } from '../context.ts'
import { AppError, conflict } from '../errors.ts'
import { requireReporterOf } from '../people/permissions.ts'
import type { Blobs, CleanPhoto, Photos } from '../ports.ts'
import { ReportNumber } from '../reports/inputs.ts'
import { isNeverPublic } from '../reports/never-public.ts'
import { recordEvent } from '../reports/record-event.ts'
import { requireWorkerOf } from '../reports/require-worker.ts'
import { getReportRow, holdReportRow, moveReportRow, type ReportRow } from '../reports/rows.ts'
import { isOpen } from '../reports/status.ts'
import { type KeptPhoto, keepPhotos } from './keep-photos.ts'
import {
  isRefused,
  MOST_PHOTOS,
  type PhotoFile,
  type PhotoReason,
  type RefusedPhoto,
  type Stores,
  tryPhoto,
} from './photo-file.ts'
import { addPhotoRows, listPhotoRows, nextPosition } from './rows.ts'

/** A refused photo of a form with one file field. */
const refused = ({ reason, ...facts }: RefusedPhoto) =>
  new AppError('invalid', reason, { errors: [{ pointer: '/photo', reason }], facts })
/** No clerk has seen it yet. */
const unseen = (ctx: TxCtx, report: ReportRow): Visibility => (isNeverPublic(ctx, report) ? 'hidden' : 'waiting')
const tooMany = (name: string) => refused({ name, reason: 'photos_too_many' satisfies PhotoReason })

/** @throws invalid at `/photo`, with the name of the file in the facts */
export async function requirePhoto(photos: Photos, file: PhotoFile): Promise<CleanPhoto> {
  const outcome = await tryPhoto(photos, file)
  if (isRefused(outcome)) throw refused(outcome)
  return outcome
}

const PhotoOf = z.object({ number: ReportNumber })
type Sent = z.infer<typeof PhotoOf> & { file: PhotoFile }
/** Cleaned before, so that a form with more in it can be refused as a whole. */
type Clean = z.infer<typeof PhotoOf> & { name: string; photo: CleanPhoto }

/** The clerk's picture of the result, when closing or afterwards. Everybody may see it, as the answer beside it. */
export async function addResultPhoto(ctx: Ctx, blobs: Blobs, { number, name, photo }: Clean): Promise<ReportRow> {
  const allowed = (ctx: TxCtx, report: ReportRow) => {
    requireWorkerOf(ctx, report)
    return listPhotoRows(ctx, report.id).then((rows) => rows.filter(({ isResult }) => isResult).length)
  }
  await inTransaction(ctx, async (ctx) => {
    if ((await allowed(ctx, await getReportRow(ctx, number))) >= MOST_PHOTOS) throw tooMany(name)
  })
  const kept = await keepPhotos(ctx, blobs, [photo])
  return inTransaction(ctx, async (ctx) => {
    const report = await holdReportRow(ctx, number)
    if ((await allowed(ctx, report)) >= MOST_PHOTOS) throw tooMany(name)
    const visibility = isNeverPublic(ctx, report) ? 'hidden' : 'shown'
    return add(ctx, report, { kept, visibility, isResult: true })
  })
}

/** The reporter shows more, as long as the report is open. It waits for a clerk like the others. */
export async function addOwnPhoto(ctx: Ctx, stores: Stores, { number, file }: Sent): Promise<ReportRow> {
  const requireRoom = async (ctx: TxCtx, report: ReportRow) => {
    requireReporterOf(ctx, report.id)
    if (!isOpen(report.status)) throw conflict('not_possible_now', { status: report.status, number })
    const own = (await listPhotoRows(ctx, report.id)).filter(({ isResult }) => !isResult)
    if (own.length >= MOST_PHOTOS) throw tooMany(file.name)
  }
  await inTransaction(ctx, async (ctx) => requireRoom(ctx, await getReportRow(ctx, number)))
  const kept = await keepPhotos(ctx, stores.blobs, [await requirePhoto(stores.photos, file)])
  return inTransaction(ctx, async (ctx) => {
    const report = await holdReportRow(ctx, number)
    await requireRoom(ctx, report)
    return add(ctx, report, { kept, visibility: unseen(ctx, report), isResult: false })
  })
}

type Added = { kept: KeptPhoto[]; visibility: Visibility; isResult: boolean }

/** Overwrites nothing, so it needs no version and never fails as stale. */
async function add(ctx: TxCtx, report: ReportRow, { kept, visibility, isResult }: Added): Promise<ReportRow> {
  const first = await nextPosition(ctx, report.id)
  const rows = kept.map((photo, index) => ({
    ...photo,
    reportId: report.id,
    position: first + index,
    visibility,
    isResult,
  }))
  await addPhotoRows(ctx, rows)
  const moved = await moveReportRow(ctx, report, report.version, {})
  for (const [step, { id }] of rows.entries()) await recordEvent(ctx, moved, 'photo_added', { photoId: id }, step)
  return moved
}

/**
 * Photos that another system sends for a report, in the transaction of their news; as many as there is room for.
 * @returns ids of those that were added
 */
export async function addSentPhotos(
  ctx: TxCtx,
  report: ReportRow,
  { kept, isResult }: { kept: readonly KeptPhoto[]; isResult: boolean },
): Promise<string[]> {
  if (kept.length === 0) return []
  const own = (await listPhotoRows(ctx, report.id)).filter((row) => row.isResult === isResult)
  const first = await nextPosition(ctx, report.id)
  const visibility = unseen(ctx, report)
  const rows = kept
    .slice(0, Math.max(0, MOST_PHOTOS - own.length))
    .map((photo, index) => ({ ...photo, reportId: report.id, position: first + index, visibility, isResult }))
  await addPhotoRows(ctx, rows)
  return rows.map(({ id }) => id)
}

/** Photos of a new report, in its own transaction. */
export function addReportPhotos(
  ctx: TxCtx,
  { reportId, kept, visibility }: { reportId: string; kept: readonly KeptPhoto[]; visibility: Visibility },
): Promise<void> {
  return addPhotoRows(
    ctx,
    kept.map((photo, index) => ({ ...photo, reportId, position: index + 1, visibility, isResult: false })),
  )
}
