import { z } from 'zod'
import { type Ctx, inTransaction, type TxCtx } from '../context.ts'
import { AppError, notFound } from '../errors.ts'
import { requireStaff } from '../people/permissions.ts'
import { recordEvent } from './record-event.ts'
import { getReportRowById, moveReportRow, type ReportRow } from './rows.ts'
import { holdUndoStepRows, removeTelling, removeUndoStepRows, type UndoStepRow } from './undo-rows.ts'

export const UndoChanges = z.object({ step: z.uuid() })

/** Numbers of the reports that are as before, and of those that somebody has changed since. */
export type Undone = { undone: number[]; stayed: number[] }

/**
 * Takes back what one press did, report by report: one that was changed since stays as it is.
 * @throws not_found for anybody but the person who pressed, gone `undo_over` after the time for it
 */
export function undoChanges(ctx: Ctx, { step }: z.infer<typeof UndoChanges>): Promise<Undone> {
  return inTransaction(ctx, async (ctx) => {
    const { personId } = requireStaff(ctx)
    const rows = await holdUndoStepRows(ctx, step)
    if (rows.length === 0 || rows.some((row) => row.personId !== personId)) throw notFound('undo_over')
    if (rows.some((row) => row.until <= ctx.now())) throw new AppError('gone', 'undo_over')
    const result: Undone = { undone: [], stayed: [] }
    for (const row of rows) {
      const report = await getReportRowById(ctx, row.reportId)
      const isUntouched = report.version === row.version
      if (isUntouched) await undoOne(ctx, report, row)
      result[isUntouched ? 'undone' : 'stayed'].push(report.number)
    }
    await removeUndoStepRows(ctx, step)
    return result
  })
}

async function undoOne(ctx: TxCtx, report: ReportRow, { before, eventId }: UndoStepRow): Promise<void> {
  const restored = await moveReportRow(ctx, report, report.version, revived(before))
  await removeTelling(ctx, eventId)
  await recordEvent(ctx, restored, 'undone', { event: eventId, from: report.status, to: restored.status })
}

/** Columns with a time, which JSON keeps as text. */
const TIMES = ['receivedAt', 'answerDueAt', 'scheduledFor', 'questionUntil', 'partnerUntil', 'closedAt', 'objectionAt']

function revived(before: Record<string, unknown>): Partial<ReportRow> {
  return Object.fromEntries(
    Object.entries(before).map(([column, value]) => [
      column,
      TIMES.includes(column) && typeof value === 'string' ? new Date(value) : value,
    ]),
  )
}
