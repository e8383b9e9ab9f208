import type { z } from 'zod'
import { type Ctx, inTransaction } from '../context.ts'
import { requireClerkOf } from '../people/permissions.ts'
import { InternalWords, Seen } from './inputs.ts'
import { revokeLinkRows } from './link-rows.ts'
import { recordEvent } from './record-event.ts'
import { requirePossible } from './require-possible.ts'
import { addNoteRow, getReportRow, moveReportRow } from './rows.ts'
import { TRANSITIONS } from './status.ts'
import { addWorkingDays } from './working-days.ts'

/** Working days for the next answer after a report was opened again. */
const ANSWER_WITHIN = 2

export const ReopenReport = Seen.extend({ reason: InternalWords })

/** It was not over after all. */
export function reopenReport(ctx: Ctx, input: z.infer<typeof ReopenReport>) {
  return inTransaction(ctx, async (ctx) => {
    const report = await getReportRow(ctx, input.number)
    const clerk = requireClerkOf(ctx, report.department)
    requirePossible('reopen', report, input.version)

    const now = ctx.now()
    const noteId = await addNoteRow(ctx, { reportId: report.id, authorId: clerk.personId, text: input.reason })
    const reopened = await moveReportRow(ctx, report, input.version, {
      status: TRANSITIONS.reopen.to,
      closedReason: null,
      closedAt: null,
      partner: null,
      answerDueAt: addWorkingDays(now, ANSWER_WITHIN, ctx.town),
    })
    // Whoever had it before it was closed has it no more: it is in the town's own hands.
    await revokeLinkRows(ctx, report.id, 'partners')
    await recordEvent(ctx, reopened, 'reopened', { from: report.status, to: reopened.status, noteId })
    return reopened
  })
}
