import { z } from 'zod'
import { type Ctx, inTransaction, type TxCtx } from '../context.ts'
import { ended } from './ending.ts'
import { answerOrSilence, requireAnswerOrSilence, Seen } from './inputs.ts'
import { recordEvent } from './record-event.ts'
import { requirePossible } from './require-possible.ts'
import { requireWorkerOf } from './require-worker.ts'
import { getReportRow, moveReportRow } from './rows.ts'
import { CLOSING_REASONS, TRANSITIONS } from './status.ts'

export const CloseReport = Seen.extend({ reason: z.enum(CLOSING_REASONS.done), ...answerOrSilence }).superRefine(
  requireAnswerOrSilence,
)

/** Done, and somebody has looked. */
export function closeReport(ctx: Ctx | TxCtx, input: z.infer<typeof CloseReport>) {
  return inTransaction(ctx, async (ctx) => {
    const report = await getReportRow(ctx, input.number)
    requireWorkerOf(ctx, report)
    requirePossible('close', report, input.version)

    const closed = await moveReportRow(ctx, report, input.version, ended(ctx, TRANSITIONS.close.to, input.reason))
    const { reason, answer, silent } = input
    await recordEvent(ctx, closed, 'closed', { from: report.status, to: closed.status, reason, answer, silent })
    return closed
  })
}
