import type { z } from 'zod'
import { type Ctx, inTransaction } from '../context.ts'
import { conflict } from '../errors.ts'
import { requireClerkOf } from '../people/permissions.ts'
import { InternalWords, Seen } from './inputs.ts'
import { revokeLinkRows } from './link-rows.ts'
import { recordEvent } from './record-event.ts'
import { reopened } from './reopened.ts'
import { requirePossible } from './require-possible.ts'
import { addNoteRow, getReportRow, moveReportRow } from './rows.ts'

export const ReopenReport = Seen.extend({ reason: InternalWords })

/** It was not over after all. */
export function reopenReport(ctx: Ctx, input: z.infer<typeof ReopenReport>) {
  return inTransaction(ctx, async (ctx) => {
    const report = await getReportRow(ctx, input.number)
    const clerk = requireClerkOf(ctx, report.department)
    requirePossible('reopen', report, input.version)
    // What is worked on elsewhere is taken out of there first.
    if (report.mergedInto) throw conflict('merged_elsewhere')

    const noteId = await addNoteRow(ctx, { reportId: report.id, authorId: clerk.personId, text: input.reason })
    const moved = await moveReportRow(ctx, report, input.version, reopened(ctx))
    // Whoever had it before it was closed has it no more: it is in the town's own hands.
    await revokeLinkRows(ctx, report.id, 'partners')
    await recordEvent(ctx, moved, 'reopened', { from: report.status, to: moved.status, noteId })
    return moved
  })
}
