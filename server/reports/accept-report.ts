import type { z } from 'zod'
import { type Ctx, inTransaction, type TxCtx } from '../context.ts'
import { personIdOf } from '../people/permissions.ts'
import { Seen } from './inputs.ts'
import { recordEvent } from './record-event.ts'
import { requirePossible } from './require-possible.ts'
import { requireWorkerOf } from './require-worker.ts'
import { getReportRow, moveReportRow } from './rows.ts'
import { TRANSITIONS } from './status.ts'

export const AcceptReport = Seen

/** The department takes it on; whoever accepts works on it unless somebody else already does. */
export function acceptReport(ctx: Ctx | TxCtx, input: z.infer<typeof AcceptReport>) {
  return inTransaction(ctx, async (ctx) => {
    const report = await getReportRow(ctx, input.number)
    const worker = requireWorkerOf(ctx, report)
    requirePossible('accept', report, input.version)

    const accepted = await moveReportRow(ctx, report, input.version, {
      status: TRANSITIONS.accept.to,
      clerkId: report.clerkId ?? personIdOf(worker),
    })
    await recordEvent(ctx, accepted, 'accepted', {
      from: report.status,
      to: accepted.status,
      department: report.department,
    })
    return accepted
  })
}
