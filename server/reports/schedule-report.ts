import type { z } from 'zod'
import { type Ctx, inTransaction, type TxCtx } from '../context.ts'
import { invalid } from '../errors.ts'
import { requireDeskOf } from '../people/permissions.ts'
import { Day, OptionalPublicWords, Seen } from './inputs.ts'
import { recordEvent } from './record-event.ts'
import { requirePossible } from './require-possible.ts'
import { getReportRow, moveReportRow } from './rows.ts'
import { TRANSITIONS } from './status.ts'

export const ScheduleReport = Seen.extend({ date: Day, answer: OptionalPublicWords })

/** The work has a day. */
export function scheduleReport(ctx: Ctx | TxCtx, input: z.infer<typeof ScheduleReport>) {
  return inTransaction(ctx, async (ctx) => {
    const report = await getReportRow(ctx, input.number)
    requireDeskOf(ctx, report.department)
    requirePossible('schedule', report, input.version)
    if (input.date < ctx.now().toISOString().slice(0, 10)) throw invalid([{ pointer: '/date', reason: 'date_past' }])

    const scheduled = await moveReportRow(ctx, report, input.version, {
      status: TRANSITIONS.schedule.to,
      scheduledFor: new Date(`${input.date}T12:00:00Z`),
    })
    const { from, to } = { from: report.status, to: scheduled.status }
    await recordEvent(ctx, scheduled, 'scheduled', { from, to, date: input.date, answer: input.answer })
    return scheduled
  })
}
