import { z } from 'zod'
import { type Ctx, inTransaction } from '../context.ts'
import { plainText } from '../plain-text.ts'
import { ended } from './ending.ts'
import { answerOrSilence, requireAnswerOrSilence, Seen } from './inputs.ts'
import { revokeLinkRows } from './link-rows.ts'
import { recordEvent } from './record-event.ts'
import { requirePossible } from './require-possible.ts'
import { requireWorkerOf } from './require-worker.ts'
import { getReportRow, moveReportRow } from './rows.ts'
import { CLOSING_REASONS, TRANSITIONS } from './status.ts'

export const HandOverReport = Seen.extend({
  reason: z.enum(CLOSING_REASONS.handed_over),
  /** Who has it now, as the public label names them. */
  partner: plainText().trim().min(2).max(120),
  ...answerOrSilence,
}).superRefine(requireAnswerOrSilence)

/** Not ours: somebody else has it now, and the answer says how to reach them. */
export function handOverReport(ctx: Ctx, input: z.infer<typeof HandOverReport>) {
  return inTransaction(ctx, async (ctx) => {
    const report = await getReportRow(ctx, input.number)
    requireWorkerOf(ctx, report)
    requirePossible('handOver', report, input.version)

    const handedOver = await moveReportRow(ctx, report, input.version, {
      ...ended(ctx, TRANSITIONS.handOver.to, input.reason),
      partner: input.partner,
    })
    await revokeLinkRows(ctx, report.id, 'all')
    const { reason, partner, answer, silent } = input
    const facts = { from: report.status, to: handedOver.status, reason, partner, answer, silent }
    await recordEvent(ctx, handedOver, 'handed_over', facts)
    return handedOver
  })
}
