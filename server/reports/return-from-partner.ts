import type { z } from 'zod'
import { type Ctx, inTransaction } from '../context.ts'
import { requireClerkOf } from '../people/permissions.ts'
import { Seen } from './inputs.ts'
import { recordEvent } from './record-event.ts'
import { requirePossible } from './require-possible.ts'
import { getReportRow, moveReportRow } from './rows.ts'
import { TRANSITIONS } from './status.ts'

export const ReturnFromPartner = Seen

/** The partner has replied, or the town takes the matter back. */
export function returnFromPartner(ctx: Ctx, input: z.infer<typeof ReturnFromPartner>) {
  return inTransaction(ctx, async (ctx) => {
    const report = await getReportRow(ctx, input.number)
    requireClerkOf(ctx, report.department)
    requirePossible('returnFromPartner', report, input.version)

    const back = await moveReportRow(ctx, report, input.version, {
      status: TRANSITIONS.returnFromPartner.to,
      partner: null,
      partnerUntil: null,
    })
    const partner = report.partner ?? undefined
    await recordEvent(ctx, back, 'partner_returned', { from: report.status, to: back.status, partner })
    return back
  })
}
