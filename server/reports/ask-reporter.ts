import { z } from 'zod'
import { type Ctx, inTransaction } from '../context.ts'
import { conflict } from '../errors.ts'
import { requireClerkOf } from '../people/permissions.ts'
import { isReachable } from './actions.ts'
import { InternalWords, isWhole, Seen } from './inputs.ts'
import { addDueWork, recordEvent } from './record-event.ts'
import { requirePossible } from './require-possible.ts'
import { addNoteRow, findContactRow, getReportRow, moveReportRow } from './rows.ts'
import { TRANSITIONS } from './status.ts'

const DAY_MS = 86_400_000

export const AskReporter = Seen.extend({
  text: InternalWords.refine(isWhole, 'gap_open'),
  days: z.coerce.number().int().min(1).max(60).default(14),
})

/** A question to the reporter; the town's clock rests until it is answered or the time is over. */
export function askReporter(ctx: Ctx, input: z.infer<typeof AskReporter>) {
  return inTransaction(ctx, async (ctx) => {
    const report = await getReportRow(ctx, input.number)
    const clerk = requireClerkOf(ctx, report.department)
    requirePossible('ask', report, input.version)
    if (!isReachable(await findContactRow(ctx, report.id))) throw conflict('no_contact')

    const now = ctx.now()
    const noteId = await addNoteRow(ctx, { reportId: report.id, authorId: clerk.personId, text: input.text })
    const questionUntil = new Date(now.getTime() + input.days * DAY_MS)
    const asked = await moveReportRow(ctx, report, input.version, {
      status: TRANSITIONS.ask.to,
      statusBefore: report.status,
      questionUntil,
    })
    await addDueWork(ctx, { kind: 'expire_question', ref: report.id, runAt: questionUntil })
    await recordEvent(ctx, asked, 'asked', { from: report.status, to: asked.status, noteId })
    return asked
  })
}
