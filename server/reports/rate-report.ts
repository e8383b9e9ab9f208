import { z } from 'zod'
import { type Ctx, inTransaction } from '../context.ts'
import { requireReporterOf } from '../people/permissions.ts'
import { lastEnd, requireWithinWindow } from './after-the-end.ts'
import { ReportNumber } from './inputs.ts'
import { keepRatingRow } from './rating-rows.ts'
import { recordEvent } from './record-event.ts'
import { getReportRow, listEventRows, moveReportRow } from './rows.ts'

/** 1: not at all, 5: very. */
export const Score = z.coerce.number().int().min(1).max(5)
export const RateReport = z.object({ number: ReportNumber, score: Score })

/** How content the reporter is with the end; may be changed while one may object. Says nothing about the report. */
export function rateReport(ctx: Ctx, { number, score }: z.infer<typeof RateReport>) {
  return inTransaction(ctx, async (ctx) => {
    const report = await getReportRow(ctx, number)
    requireReporterOf(ctx, report.id)
    requireWithinWindow(report, ctx.now())
    const end = lastEnd(await listEventRows(ctx, report.id))
    await keepRatingRow(ctx, { reportId: report.id, version: end?.version ?? report.version, score })
    // Nobody decides anything on it, so nobody can have been faster: the newest version is as good as any.
    const rated = await moveReportRow(ctx, report, report.version, {})
    await recordEvent(ctx, rated, 'rated', { score })
    return rated
  })
}
