import type { z } from 'zod'
import { type Ctx, inTransaction } from '../context.ts'
import { conflict } from '../errors.ts'
import { requireReporterOf } from '../people/permissions.ts'
import { getOpenEnd } from './after-end.ts'
import { InternalWords, Seen } from './inputs.ts'
import { recordEvent } from './record-event.ts'
import { requireSeen } from './require-possible.ts'
import { addNoteRow, getReportRow, moveReportRow } from './rows.ts'

export const ObjectToEnd = Seen.extend({ text: InternalWords })

/** The reporter does not agree with the end: once per end, within 28 days. A clerk decides. */
export function objectToEnd(ctx: Ctx, input: z.infer<typeof ObjectToEnd>) {
  return inTransaction(ctx, async (ctx) => {
    const report = await getReportRow(ctx, input.number)
    requireReporterOf(ctx, report.id)
    requireSeen(report, input.version)
    const end = await getOpenEnd(ctx, report)
    if (end.hasObjected) throw conflict('not_possible_now', { number: report.number })

    const noteId = await addNoteRow(ctx, { reportId: report.id, authorId: null, text: input.text })
    const moved = await moveReportRow(ctx, report, input.version, { objectionAt: ctx.now() })
    await recordEvent(ctx, moved, 'objected', { noteId })
    return moved
  })
}
