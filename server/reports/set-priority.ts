import { z } from 'zod'
import { type Ctx, inTransaction, type TxCtx } from '../context.ts'
import { requireClerkOf } from '../people/permissions.ts'
import { PRIORITIES } from './answer-effects.ts'
import { Seen } from './inputs.ts'
import { recordEvent } from './record-event.ts'
import { getReportRow, moveReportRow } from './rows.ts'

export const SetPriority = Seen.extend({ priority: z.enum(PRIORITIES) })

/** Marks a report as urgent, or takes the mark away. Nobody outside is told. */
export function setPriority(ctx: Ctx | TxCtx, input: z.infer<typeof SetPriority>) {
  return inTransaction(ctx, async (ctx) => {
    const report = await getReportRow(ctx, input.number)
    requireClerkOf(ctx, report.department)
    const { priority } = input
    const marked = await moveReportRow(ctx, report, input.version, { priority })
    await recordEvent(ctx, marked, 'priority_changed', { priority })
    return marked
  })
}
