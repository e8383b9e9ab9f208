import type { z } from 'zod'
import { type Ctx, inTransaction } from '../context.ts'
import { conflict } from '../errors.ts'
import { requireClerkOf } from '../people/permissions.ts'
import { Seen } from './inputs.ts'
import { revokeLinkRows } from './link-rows.ts'
import { recordEvent } from './record-event.ts'
import { reopened } from './reopened.ts'
import { requirePossible } from './require-possible.ts'
import { getReportRow, moveReportRow } from './rows.ts'

export const AcceptObjection = Seen

/** The reporter was right: it is opened again. */
export function acceptObjection(ctx: Ctx, input: z.infer<typeof AcceptObjection>) {
  return inTransaction(ctx, async (ctx) => {
    const report = await getReportRow(ctx, input.number)
    requireClerkOf(ctx, report.department)
    requirePossible('acceptObjection', report, input.version)
    if (!report.objectionAt) throw conflict('not_possible_now', { number: report.number })
    const moved = await moveReportRow(ctx, report, input.version, reopened(ctx))
    await revokeLinkRows(ctx, report.id, 'partners')
    await recordEvent(ctx, moved, 'objection_accepted', { from: report.status, to: moved.status })
    return moved
  })
}
