import type { z } from 'zod'
import { type Ctx, inTransaction } from '../context.ts'
import { conflict } from '../errors.ts'
import { personIdOf, requireDeskOf } from '../people/permissions.ts'
import { dispatcherOf } from '../routing/route-report.ts'
import { InternalWords, Seen } from './inputs.ts'
import { recordEvent } from './record-event.ts'
import { requirePossible } from './require-possible.ts'
import { addNoteRow, getReportRow, moveReportRow } from './rows.ts'
import { TRANSITIONS } from './status.ts'

export const GiveBackReport = Seen.extend({ reason: InternalWords })

/** Not ours: back to the dispatcher with a reason. Counted as misrouting. */
export function giveBackReport(ctx: Ctx, input: z.infer<typeof GiveBackReport>) {
  return inTransaction(ctx, async (ctx) => {
    const report = await getReportRow(ctx, input.number)
    const worker = requireDeskOf(ctx, report.department)
    requirePossible('giveBack', report, input.version)
    const department = dispatcherOf(ctx.town)
    if (report.department === department) throw conflict('already_with_dispatcher')

    const noteId = await addNoteRow(ctx, { reportId: report.id, authorId: personIdOf(worker), text: input.reason })
    const returned = await moveReportRow(ctx, report, input.version, {
      status: TRANSITIONS.giveBack.to,
      department,
      clerkId: null,
      scheduledFor: null,
      routedBecause: { by: 'gave_back', department: report.department },
    })
    await recordEvent(ctx, returned, 'given_back', { from: report.status, to: returned.status, department, noteId })
    return returned
  })
}
