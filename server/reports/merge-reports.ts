/** Several reports of the same matter become one: the lead is worked on, and every reporter hears of it. */
import { z } from 'zod'
import { type Ctx, inTransaction, type TxCtx } from '../context.ts'
import { conflict, invalid } from '../errors.ts'
import { requireClerkOf } from '../people/permissions.ts'
import { ReportNumber, Seen } from './inputs.ts'
import { listMergedRows } from './merge-rows.ts'
import { recordEvent } from './record-event.ts'
import { requirePossible, requireSeen } from './require-possible.ts'
import { getReportRow, moveReportRow, type ReportRow } from './rows.ts'
import { isOpen, TRANSITIONS } from './status.ts'

const MOST_AT_ONCE = 20

/** A form sends "1038, 1040", or a field per number. */
const inNumbers = (value: unknown) =>
  typeof value === 'string' ? value.split(/[\s,;#]+/).filter((one) => one !== '') : value
export const Numbers = z.preprocess(inNumbers, z.array(ReportNumber).min(1, 'merge_nothing').max(MOST_AT_ONCE))

/** `version` is the lead's. */
export const MergeReports = z.object({ into: ReportNumber, version: Seen.shape.version, numbers: Numbers })

/**
 * Merges `numbers` into the lead. What was merged into one of them is from now on in the lead. Told by mail 20 seconds
 * later, so that it can be taken back unheard.
 * @throws forbidden for a clerk who does not work in the departments of all of them; conflict unless all are open
 */
export function mergeReports(ctx: Ctx | TxCtx, input: z.infer<typeof MergeReports>): Promise<ReportRow> {
  return inTransaction(ctx, async (ctx) => {
    const lead = await getReportRow(ctx, input.into)
    requireClerkOf(ctx, lead.department)
    requireSeen(lead, input.version)
    if (!isOpen(lead.status)) throw conflict('not_possible_now', { status: lead.status, number: lead.number })
    const numbers = [...new Set(input.numbers)].filter((number) => number !== lead.number).sort((a, b) => a - b)
    if (numbers.length === 0) throw invalid([{ pointer: '/numbers', reason: 'merge_nothing' }])

    for (const number of numbers) await absorb(ctx, lead, await getReportRow(ctx, number))
    const merged = await moveReportRow(ctx, lead, input.version, {})
    await recordEvent(ctx, merged, 'absorbed', { numbers })
    return merged
  })
}

async function absorb(ctx: TxCtx, lead: ReportRow, report: ReportRow): Promise<void> {
  requireClerkOf(ctx, report.department)
  requirePossible('merge', report, report.version)
  for (const earlier of await listMergedRows(ctx, report.id)) await point(ctx, lead, earlier)
  await point(ctx, lead, report)
}

/** Where it came from stays in the row, so that it can go back there. */
async function point(ctx: TxCtx, lead: ReportRow, report: ReportRow): Promise<void> {
  const moved = await moveReportRow(ctx, report, report.version, {
    status: TRANSITIONS.merge.to,
    closedReason: 'duplicate',
    closedAt: report.closedAt ?? ctx.now(),
    mergedInto: lead.id,
  })
  const facts = { from: report.status, to: moved.status, reason: 'duplicate', into: lead.number }
  await recordEvent(ctx, moved, 'merged', facts)
}

/** From the page of one of them, whichever of them is to lead. */
export const MergeFromReport = Seen.extend({
  numbers: Numbers.optional(),
  others: z.preprocess(inNumbers, z.array(ReportNumber).max(MOST_AT_ONCE).optional()),
  into: z.preprocess((value) => (value === '' ? undefined : value), ReportNumber.optional()),
})

/** @throws invalid when nothing was chosen or a number is nobody's; conflict when the page's report was changed meanwhile */
export function mergeFromReport(ctx: Ctx, input: z.infer<typeof MergeFromReport>): Promise<ReportRow> {
  return inTransaction(ctx, async (ctx) => {
    const report = await getReportRow(ctx, input.number)
    requireClerkOf(ctx, report.department)
    requireSeen(report, input.version)
    const chosen = [...(input.numbers ?? []), ...(input.others ?? [])]
    if (chosen.length === 0) throw invalid([{ pointer: '/numbers', reason: 'merge_nothing' }])
    for (const number of chosen) {
      const found = await getReportRow(ctx, number).catch(() => null)
      if (!found) throw invalid([{ pointer: '/others', reason: 'merge_unknown' }])
    }
    const all = [report.number, ...chosen]
    const into = input.into ?? report.number
    if (!all.includes(into)) throw invalid([{ pointer: '/into', reason: 'merge_unknown' }])
    const { version } = await getReportRow(ctx, into)
    return mergeReports(ctx, { into, version, numbers: all })
  })
}
