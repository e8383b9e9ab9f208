/** The town's clock rests while it waits for the reporter. */
import type { TxCtx } from '../context.ts'
import { listEventRows, type ReportRow } from './rows.ts'
import { addWorkingDays, workingDaysBetween } from './working-days.ts'

/** The change that ends a question: status of before, and a deadline later by the working days that were waited. */
export async function restedUntil(ctx: TxCtx, report: ReportRow) {
  const asked = (await listEventRows(ctx, report.id)).find((event) => event.action === 'asked')
  const rested = asked ? workingDaysBetween(asked.happenedAt, ctx.now(), ctx.town) : 0
  return {
    status: report.statusBefore ?? 'in_progress',
    statusBefore: null,
    questionUntil: null,
    answerDueAt: addWorkingDays(report.answerDueAt, rested, ctx.town),
  } as const
}
