import { z } from 'zod'
import { type Ctx, inTransaction } from '../context.ts'
import { conflict } from '../errors.ts'
import { requireClerkOf } from '../people/permissions.ts'
import { Seen } from '../reports/inputs.ts'
import { isNeverPublic } from '../reports/never-public.ts'
import { recordEvent } from '../reports/record-event.ts'
import { getReportRow, moveReportRow } from '../reports/rows.ts'
import { getPhotoRowOf, setPhotoRowVisibility } from './rows.ts'

export const SetPhotoVisibility = Seen.extend({ photo: z.uuid(), visibility: z.enum(['shown', 'hidden']) })

/** Publishes or hides one photo. */
export function setPhotoVisibility(ctx: Ctx, input: z.infer<typeof SetPhotoVisibility>) {
  return inTransaction(ctx, async (ctx) => {
    const report = await getReportRow(ctx, input.number)
    requireClerkOf(ctx, report.department)
    const photo = await getPhotoRowOf(ctx, report.id, input.photo)
    const { visibility } = input
    if (visibility === 'shown' && isNeverPublic(ctx, report)) throw conflict('never_public')

    const changed = await moveReportRow(ctx, report, input.version, {})
    await setPhotoRowVisibility(ctx, photo.id, visibility)
    await recordEvent(ctx, changed, 'visibility_changed', { what: 'photo', visibility, photoId: photo.id })
    return changed
  })
}
