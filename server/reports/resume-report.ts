import type { z } from 'zod'
import { type Ctx, inTransaction } from '../context.ts'
import { conflict } from '../errors.ts'
import { requireReporterOf } from '../people/permissions.ts'
import { resumeUntil } from './after-the-end.ts'
import { Seen } from './inputs.ts'
import { recordEvent } from './record-event.ts'
import { requirePossible } from './require-possible.ts'
import { getReportRow, moveReportRow } from './rows.ts'

export const ResumeReport = Seen

/**
 * The reporter thinks better of a withdrawal; the report is again where it was.
 * @throws conflict `window_over` after half an hour
 */
export function resumeReport(ctx: Ctx, input: z.infer<typeof ResumeReport>) {
  return inTransaction(ctx, async (ctx) => {
    const report = await getReportRow(ctx, input.number)
    requireReporterOf(ctx, report.id)
    requirePossible('resume', report, input.version)
    const until = resumeUntil(report)
    if (!until || !report.statusBefore) throw conflict('not_possible_now', { status: report.status })
    if (until < ctx.now()) throw conflict('window_over', { number: report.number })

    const resumed = await moveReportRow(ctx, report, input.version, {
      status: report.statusBefore,
      statusBefore: null,
      closedAt: null,
      closedReason: null,
    })
    await recordEvent(ctx, resumed, 'resumed', { from: report.status, to: resumed.status })
    return resumed
  })
}
