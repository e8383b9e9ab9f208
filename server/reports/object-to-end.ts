import type { z } from 'zod'
import { type Ctx, inTransaction } from '../context.ts'
import { conflict } from '../errors.ts'
import { requireReporterOf } from '../people/permissions.ts'
import { hasObjected, requireWithinWindow } from './after-the-end.ts'
import { InternalWords, Seen } from './inputs.ts'
import { recordEvent } from './record-event.ts'
import { requireVersion } from './require-possible.ts'
import { addNoteRow, getReportRow, listEventRows, moveReportRow } from './rows.ts'

export const ObjectToEnd = Seen.extend({ text: InternalWords })

/**
 * The reporter does not agree with the end. The report stays ended until a clerk opens it again or says why not.
 * @throws conflict `window_over` after 28 days, `objected_already` the second time
 */
export function objectToEnd(ctx: Ctx, input: z.infer<typeof ObjectToEnd>) {
  return inTransaction(ctx, async (ctx) => {
    const report = await getReportRow(ctx, input.number)
    requireReporterOf(ctx, report.id)
    requireVersion(report, input.version)
    requireWithinWindow(report, ctx.now())
    if (hasObjected(await listEventRows(ctx, report.id))) throw conflict('objected_already', { number: report.number })

    const noteId = await addNoteRow(ctx, { reportId: report.id, authorId: null, text: input.text })
    const objected = await moveReportRow(ctx, report, input.version, { objectionAt: ctx.now() })
    await recordEvent(ctx, objected, 'objected', { noteId })
    return objected
  })
}
