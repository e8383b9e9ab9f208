import { z } from 'zod'
import { type Ctx, inTransaction } from '../context.ts'
import { requireReporterOf } from '../people/permissions.ts'
import { InternalWords, Seen } from './inputs.ts'
import { recordEvent } from './record-event.ts'
import { requirePossible } from './require-possible.ts'
import { addNoteRow, getReportRow, moveReportRow } from './rows.ts'
import { TRANSITIONS } from './status.ts'

const emptyIsNone = (value: unknown) => (typeof value === 'string' && value.trim() === '' ? undefined : value)

export const WithdrawReport = Seen.extend({ reason: z.preprocess(emptyIsNone, InternalWords.optional()) })

/** The reporter takes it back. Dates and deadlines stay in the row: for half an hour it can be undone. */
export function withdrawReport(ctx: Ctx, input: z.infer<typeof WithdrawReport>) {
  return inTransaction(ctx, async (ctx) => {
    const report = await getReportRow(ctx, input.number)
    requireReporterOf(ctx, report.id)
    requirePossible('withdraw', report, input.version)

    const { reason } = input
    const noteId = reason && (await addNoteRow(ctx, { reportId: report.id, authorId: null, text: reason }))
    const withdrawn = await moveReportRow(ctx, report, input.version, {
      status: TRANSITIONS.withdraw.to,
      closedReason: 'withdrawn',
      closedAt: ctx.now(),
    })
    const facts = { from: report.status, to: withdrawn.status, ...(noteId ? { noteId } : {}) }
    await recordEvent(ctx, withdrawn, 'withdrawn', facts)
    return withdrawn
  })
}
