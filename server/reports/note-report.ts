import { z } from 'zod'
import { type Ctx, inTransaction } from '../context.ts'
import { personIdOf, requireDeskOf } from '../people/permissions.ts'
import { InternalWords, ReportNumber } from './inputs.ts'
import { recordEvent } from './record-event.ts'
import { addNoteRow, holdReportRow, moveReportRow } from './rows.ts'

export const NoteReport = z.object({ number: ReportNumber, text: InternalWords })

/** An internal note. It overwrites nothing, so it needs no version and never fails as stale. */
export function noteReport(ctx: Ctx, input: z.infer<typeof NoteReport>) {
  return inTransaction(ctx, async (ctx) => {
    const report = await holdReportRow(ctx, input.number)
    const worker = requireDeskOf(ctx, report.department)

    const noteId = await addNoteRow(ctx, { reportId: report.id, authorId: personIdOf(worker), text: input.text })
    const noted = await moveReportRow(ctx, report, report.version, {})
    await recordEvent(ctx, noted, 'noted', { noteId })
    return noted
  })
}
