import { z } from 'zod'
import { type Ctx, inTransaction, type TxCtx } from '../context.ts'
import { ended } from './ending.ts'
import { answerOrSilence, requireAnswerOrSilence, Seen } from './inputs.ts'
import { recordEvent } from './record-event.ts'
import { requirePossible } from './require-possible.ts'
import { requireWorkerOf } from './require-worker.ts'
import { getReportRow, moveReportRow } from './rows.ts'
import { CLOSING_REASONS, TRANSITIONS } from './status.ts'

export const DeclineReport = Seen.extend({ reason: z.enum(CLOSING_REASONS.declined), ...answerOrSilence }).superRefine(
  requireAnswerOrSilence,
)

/** Ended without work. Misuse also takes the report out of sight. */
export function declineReport(ctx: Ctx | TxCtx, input: z.infer<typeof DeclineReport>) {
  return inTransaction(ctx, async (ctx) => {
    const report = await getReportRow(ctx, input.number)
    requireWorkerOf(ctx, report)
    requirePossible('decline', report, input.version)

    const declined = await moveReportRow(ctx, report, input.version, {
      ...ended(ctx, TRANSITIONS.decline.to, input.reason),
      ...(input.reason === 'misuse' ? { visibility: 'hidden', textVisibility: 'hidden' } : {}),
    })
    const { reason, answer, silent } = input
    await recordEvent(ctx, declined, 'declined', { from: report.status, to: declined.status, reason, answer, silent })
    return declined
  })
}
