import { z } from 'zod'
import { type Ctx, inTransaction } from '../context.ts'
import { requireReporterOf } from '../people/permissions.ts'
import { getOpenEnd } from './after-end.ts'
import { Seen } from './inputs.ts'
import { saveRatingRow } from './rating-rows.ts'
import { recordEvent } from './record-event.ts'
import { requireSeen } from './require-possible.ts'
import { getReportRow, moveReportRow } from './rows.ts'

export const RateReport = Seen.extend({ score: z.coerce.number().int().min(1).max(5) })

/** How content the reporter is: one answer per end, which can be changed for 28 days. */
export function rateReport(ctx: Ctx, input: z.infer<typeof RateReport>) {
  return inTransaction(ctx, async (ctx) => {
    const report = await getReportRow(ctx, input.number)
    requireReporterOf(ctx, report.id)
    requireSeen(report, input.version)
    const end = await getOpenEnd(ctx, report)
    const { score } = input
    await saveRatingRow(ctx, { reportId: report.id, version: end.version, score })
    const moved = await moveReportRow(ctx, report, input.version, {})
    await recordEvent(ctx, moved, 'rated', { score })
    return moved
  })
}
