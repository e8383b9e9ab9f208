import type { z } from 'zod'
import { type Ctx, inTransaction } from '../context.ts'
import { PublicWords, Seen } from './inputs.ts'
import { recordEvent } from './record-event.ts'
import { requireWorkerOrPartnerOf } from './require-worker.ts'
import { getReportRow, moveReportRow } from './rows.ts'

export const AnswerReport = Seen.extend({ answer: PublicWords })

/** A public answer that changes no status. */
export function answerReport(ctx: Ctx, input: z.infer<typeof AnswerReport>) {
  return inTransaction(ctx, async (ctx) => {
    const report = await getReportRow(ctx, input.number)
    requireWorkerOrPartnerOf(ctx, report)

    const answered = await moveReportRow(ctx, report, input.version, {})
    await recordEvent(ctx, answered, 'answered', { answer: input.answer })
    return answered
  })
}
