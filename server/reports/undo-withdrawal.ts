import type { z } from 'zod'
import type { Status } from '../../db/schema/reports.ts'
import { type Ctx, inTransaction } from '../context.ts'
import { conflict } from '../errors.ts'
import { requireReporterOf } from '../people/permissions.ts'
import { UNDO_WITHDRAWAL_MS } from './after-end.ts'
import { Seen } from './inputs.ts'
import { addDueWork, recordEvent } from './record-event.ts'
import { requirePossible } from './require-possible.ts'
import { getReportRow, listEventRows, moveReportRow, type ReportRow } from './rows.ts'

export const UndoWithdrawal = Seen

/** Until when the reporter can have it back; null when it was not the reporter who ended it, or nothing is left. */
export function undoableUntil({ closedReason, closedAt, textErasedAt }: ReportRow): Date | null {
  if (textErasedAt) return null
  return closedReason === 'withdrawn' && closedAt ? new Date(closedAt.getTime() + UNDO_WITHDRAWAL_MS) : null
}

/** Back to the status of before, within 30 minutes. */
export function undoWithdrawal(ctx: Ctx, input: z.infer<typeof UndoWithdrawal>) {
  return inTransaction(ctx, async (ctx) => {
    const report = await getReportRow(ctx, input.number)
    requireReporterOf(ctx, report.id)
    requirePossible('undoWithdrawal', report, input.version)
    const until = undoableUntil(report)
    if (!until || until <= ctx.now()) throw conflict('withdrawal_over')

    const withdrawn = (await listEventRows(ctx, report.id)).find(({ action }) => action === 'withdrawn')
    const status = (withdrawn?.facts.from ?? 'received') as Status
    const restored = await moveReportRow(ctx, report, input.version, { status, closedReason: null, closedAt: null })
    // The clock leaves alone what is closed: the end of an open question must be set again.
    if (status === 'question' && report.questionUntil) {
      await addDueWork(ctx, { kind: 'expire_question', ref: report.id, runAt: report.questionUntil })
    }
    await recordEvent(ctx, restored, 'withdrawal_undone', { from: report.status, to: status })
    return restored
  })
}
