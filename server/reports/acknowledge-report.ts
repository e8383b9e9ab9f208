import type { z } from 'zod'
import { type Ctx, inTransaction, type TxCtx } from '../context.ts'
import { conflict } from '../errors.ts'
import { requireOutsideOf } from '../people/permissions.ts'
import { Seen } from './inputs.ts'
import { recordEvent } from './record-event.ts'
import { requirePossible } from './require-possible.ts'
import type { EventRow } from './rows.ts'
import { getReportRow, listEventRows, moveReportRow } from './rows.ts'

export const AcknowledgeReport = Seen

/** The partner says that it takes care. The status stays: the report is with the partner already. */
export function acknowledgeReport(ctx: Ctx | TxCtx, input: z.infer<typeof AcknowledgeReport>) {
  return inTransaction(ctx, async (ctx) => {
    const report = await getReportRow(ctx, input.number)
    requireOutsideOf(ctx, report.id)
    // Whoever could give it back has it now.
    requirePossible('returnFromPartner', report, input.version)
    if (acknowledgedAt(await listEventRows(ctx, report.id))) throw conflict('not_possible_now')

    const known = await moveReportRow(ctx, report, input.version, {})
    await recordEvent(ctx, known, 'partner_acknowledged', { partner: report.partner ?? undefined })
    return known
  })
}

/** Since when somebody takes care; null while whoever has it now has not said so. */
export function acknowledgedAt(newestFirst: readonly EventRow[]): Date | null {
  const last = newestFirst.find(({ action }) => STEPS.has(action))
  return last && last.action !== 'partner_involved' ? last.happenedAt : null
}
const STEPS = new Set(['accepted', 'partner_involved', 'partner_acknowledged'])
