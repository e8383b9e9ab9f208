/** One photo, for those who may see it. Everybody else finds nothing. */
import { type Ctx, inTransaction } from '../context.ts'
import { forbidden, notFound } from '../errors.ts'
import { mayWorkIn, requireKeyFor, requireReporterOf, requireStaff } from '../people/permissions.ts'
import { getReportRow } from '../reports/rows.ts'
import { findShownPhotoRow, getPhotoRowOf, type PhotoRow } from './rows.ts'

type Wanted = { number: number; id: string }

/** @throws not_found unless the photo and its report are shown */
export function readShownPhoto(ctx: Ctx, { number, id }: Wanted): Promise<PhotoRow> {
  return inTransaction(ctx, async (ctx) => {
    const photo = await findShownPhotoRow(ctx, number, id)
    if (!photo) throw notFound('photo_not_found')
    return photo
  })
}

/** @throws as readReport */
export function readPhotoForClerk(ctx: Ctx, { number, id }: Wanted): Promise<PhotoRow> {
  return inTransaction(ctx, async (ctx) => {
    requireStaff(ctx)
    const report = await getReportRow(ctx, number)
    if (!mayWorkIn(ctx, report.department)) throw forbidden('other_department')
    return getPhotoRowOf(ctx, report.id, id)
  })
}

/** @throws as readDeskReport */
export function readPhotoForKey(ctx: Ctx, { number, id }: Wanted): Promise<PhotoRow> {
  return inTransaction(ctx, async (ctx) => {
    const report = await getReportRow(ctx, number)
    requireKeyFor(ctx, 'read', report.department)
    return getPhotoRowOf(ctx, report.id, id)
  })
}

/** The reporter sees all of their own, and of the town's what everybody sees. */
export function readPhotoForReporter(ctx: Ctx, { number, id }: Wanted): Promise<PhotoRow> {
  return inTransaction(ctx, async (ctx) => {
    const report = await getReportRow(ctx, number)
    requireReporterOf(ctx, report.id)
    const photo = await getPhotoRowOf(ctx, report.id, id)
    if (photo.isResult && photo.visibility !== 'shown') throw notFound('photo_not_found')
    return photo
  })
}
