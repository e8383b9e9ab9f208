import { z } from 'zod'
import { type Ctx, inTransaction } from '../context.ts'
import { notFound } from '../errors.ts'
import { mayRoute, mayWorkIn, requireStaff } from '../people/permissions.ts'
import { InternalWords, ReportNumber } from './inputs.ts'
import { recordEvent } from './record-event.ts'
import { addNoteRow, holdReportRow, moveReportRow } from './rows.ts'

export const NoteCall = z.object({ number: ReportNumber, text: InternalWords })

/**
 * One more caller about a report that is known: an internal note. Whoever of the town sits at the phone may add it,
 * whatever department the report is with; it says nothing of the report and changes nothing else.
 */
export function noteCall(ctx: Ctx, { number, text }: z.infer<typeof NoteCall>) {
  return inTransaction(ctx, async (ctx) => {
    const clerk = requireStaff(ctx)
    const report = await holdReportRow(ctx, number)
    if (!mayRoute(ctx) && !mayWorkIn(ctx, report.department)) throw notFound('report_not_found')

    const noteId = await addNoteRow(ctx, { reportId: report.id, authorId: clerk.personId, text })
    const noted = await moveReportRow(ctx, report, report.version, {})
    await recordEvent(ctx, noted, 'noted', { noteId })
    return noted
  })
}
