import { z } from 'zod'
import { type Ctx, inTransaction } from '../context.ts'
import { requireReporterOf } from '../people/permissions.ts'
import { ended } from './ending.ts'
import { InternalWords, Seen } from './inputs.ts'
import { findNewestLinkRow } from './link-rows.ts'
import { linkState } from './outside-link.ts'
import { recordEvent } from './record-event.ts'
import { requirePossible } from './require-possible.ts'
import { addNoteRow, getReportRow, moveReportRow } from './rows.ts'
import { TRANSITIONS } from './status.ts'

const blankIsAbsent = (value: unknown) => (value === '' ? undefined : value)

export const WithdrawReport = Seen.extend({ reason: z.preprocess(blankIsAbsent, InternalWords.optional()) })

/** The reporter takes it back, and may think better of it (resume-report.ts). Whoever has it by a link is told. */
export function withdrawReport(ctx: Ctx, input: z.infer<typeof WithdrawReport>) {
  return inTransaction(ctx, async (ctx) => {
    const report = await getReportRow(ctx, input.number)
    requireReporterOf(ctx, report.id)
    requirePossible('withdraw', report, input.version)

    const { reason } = input
    const note = reason ? { noteId: await addNoteRow(ctx, { reportId: report.id, authorId: null, text: reason }) } : {}
    const link = await findNewestLinkRow(ctx, report.id)
    const told = link && linkState(ctx, link) === 'live' ? { endedFor: link.recipient } : {}
    const withdrawn = await moveReportRow(ctx, report, input.version, {
      ...ended(ctx, TRANSITIONS.withdraw.to, 'withdrawn'),
      // Where it goes on if the reporter thinks better of it; a question is over either way.
      statusBefore: report.status === 'question' ? report.statusBefore : report.status,
      scheduledFor: report.scheduledFor,
      partnerUntil: report.partnerUntil,
    })
    const facts = { from: report.status, to: withdrawn.status, ...note, ...told }
    await recordEvent(ctx, withdrawn, 'withdrawn', facts)
    return withdrawn
  })
}
