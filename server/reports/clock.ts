/** The town's clock rests while it waits for the reporter. */
import type { TxCtx } from '../context.ts'
import { listEventRows, type ReportRow } from './rows.ts'

/** The change that ends a question: status of before, and a deadline later by the time that was waited. */
export async function restedUntil(ctx: TxCtx, report: ReportRow) {
  const asked = (await listEventRows(ctx, report.id)).find((event) => event.action === 'asked')
  const rested = asked ? ctx.now().getTime() - asked.happenedAt.getTime() : 0
  return {
    status: report.statusBefore ?? 'in_progress',
    statusBefore: null,
    questionUntil: null,
    answerDueAt: new Date(report.answerDueAt.getTime() + Math.max(0, rested)),
  } as const
}
