import { z } from 'zod'
import { type Ctx, inTransaction } from '../context.ts'
import { notFound } from '../errors.ts'
import { plainText } from '../plain-text.ts'
import { ReportNumber } from './inputs.ts'
import { addNoticeRow } from './notice-rows.ts'
import { addDueWork } from './record-event.ts'
import { getReportRow } from './rows.ts'

export const NOTICE_REASONS = ['personal', 'insult', 'unlawful', 'other'] as const

export const SendNotice = z.object({
  number: ReportNumber,
  reason: z.enum(NOTICE_REASONS),
  text: plainText().trim().min(3).max(1000),
  email: z.email().max(254).optional(),
})

/**
 * Somebody holds public content to be wrong, hurtful or unlawful (Art. 16 of Regulation (EU) 2022/2065). A person of
 * the town decides; until then nothing changes, so that nobody can silence others by a form.
 * @throws not_found when the report is not public
 */
export function sendNotice(ctx: Ctx, input: z.infer<typeof SendNotice>): Promise<void> {
  const { number, reason, text, email } = input
  return inTransaction(ctx, async (ctx) => {
    const report = await getReportRow(ctx, number)
    if (report.visibility !== 'shown') throw notFound('report_not_found')
    const ref = await addNoticeRow(ctx, { reportId: report.id, reason, text, email: email ?? null })
    if (email) await addDueWork(ctx, { kind: 'tell_notice', ref, runAt: ctx.now() })
  })
}
