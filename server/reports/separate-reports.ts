/** They were not the same after all. */
import type { z } from 'zod'
import type { Status } from '../../db/schema/reports.ts'
import { type Ctx, inTransaction, type TxCtx } from '../context.ts'
import { conflict } from '../errors.ts'
import { requireClerkOf } from '../people/permissions.ts'
import { Seen } from './inputs.ts'
import { Numbers } from './merge-reports.ts'
import { untellRow } from './merge-rows.ts'
import { addDueWork, recordEvent } from './record-event.ts'
import { requireSeen } from './require-possible.ts'
import { getReportRow, getReportRowById, listEventRows, moveReportRow, type ReportRow } from './rows.ts'
import { isOpen } from './status.ts'

/** Of a lead with the `numbers` to take out of it; or of a merged report, which is taken out itself. */
export const SeparateReports = Seen.extend({ numbers: Numbers.optional() })

/** Back to the status of before, as long as the lead is open; told only when the merging had been told. */
export function separateReports(ctx: Ctx | TxCtx, input: z.infer<typeof SeparateReports>): Promise<ReportRow> {
  return inTransaction(ctx, async (ctx) => {
    const report = await getReportRow(ctx, input.number)
    requireClerkOf(ctx, report.department)
    requireSeen(report, input.version)
    const lead = report.mergedInto ? await getReportRowById(ctx, report.mergedInto) : report
    if (!isOpen(lead.status)) throw conflict('not_possible_now', { status: lead.status, number: lead.number })
    const numbers = report.mergedInto ? [report.number] : [...new Set(input.numbers ?? [])].sort((a, b) => a - b)
    if (numbers.length === 0) throw conflict('not_possible_now', { number: lead.number })

    for (const number of numbers) await release(ctx, lead, await getReportRow(ctx, number))
    const moved = await moveReportRow(ctx, lead, lead.version, {})
    await recordEvent(ctx, moved, 'released', { numbers })
    return report.mergedInto ? getReportRow(ctx, report.number) : moved
  })
}

async function release(ctx: TxCtx, lead: ReportRow, report: ReportRow): Promise<void> {
  requireClerkOf(ctx, report.department)
  if (report.mergedInto !== lead.id) throw conflict('not_possible_now', { number: report.number })
  const mergings = (await listEventRows(ctx, report.id)).filter(({ action }) => action === 'merged')
  const before = mergings.find(({ facts }) => facts.from !== 'declined')?.facts.from as Status | undefined
  const wasTold = !(mergings[0] && (await untellRow(ctx, mergings[0].id)))
  const released = await moveReportRow(ctx, report, report.version, {
    status: before ?? 'received',
    closedReason: null,
    closedAt: null,
    mergedInto: null,
  })
  // Its question goes on, and its end would otherwise be forgotten: the clock leaves alone what is closed.
  if (released.status === 'question' && released.questionUntil) {
    await addDueWork(ctx, { kind: 'expire_question', ref: released.id, runAt: released.questionUntil })
  }
  const facts = { from: report.status, to: released.status, into: lead.number }
  await recordEvent(ctx, released, 'separated', wasTold ? facts : { ...facts, silent: true })
}
