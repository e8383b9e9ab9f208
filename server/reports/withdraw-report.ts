import type { z } from 'zod'
import { type Ctx, inTransaction } from '../context.ts'
import { requireReporterOf } from '../people/permissions.ts'
import { ended } from './ending.ts'
import { Seen } from './inputs.ts'
import { recordEvent } from './record-event.ts'
import { requirePossible } from './require-possible.ts'
import { getReportRow, moveReportRow } from './rows.ts'
import { TRANSITIONS } from './status.ts'

export const WithdrawReport = Seen

/** The reporter takes it back. */
export function withdrawReport(ctx: Ctx, input: z.infer<typeof WithdrawReport>) {
  return inTransaction(ctx, async (ctx) => {
    const report = await getReportRow(ctx, input.number)
    requireReporterOf(ctx, report.id)
    requirePossible('withdraw', report, input.version)

    const withdrawn = await moveReportRow(ctx, report, input.version, ended(ctx, TRANSITIONS.withdraw.to, 'withdrawn'))
    await recordEvent(ctx, withdrawn, 'withdrawn', { from: report.status, to: withdrawn.status })
    return withdrawn
  })
}
