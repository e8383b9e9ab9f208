import type { z } from 'zod'
import { type Ctx, inTransaction } from '../context.ts'
import { requireReporterOf } from '../people/permissions.ts'
import { restedUntil } from './clock.ts'
import { InternalWords, Seen } from './inputs.ts'
import { recordEvent } from './record-event.ts'
import { requirePossible } from './require-possible.ts'
import { addNoteRow, getReportRow, moveReportRow } from './rows.ts'

export const AnswerQuestion = Seen.extend({ text: InternalWords })

/** The reporter answers; the report returns to where it was when it was asked. */
export function answerQuestion(ctx: Ctx, input: z.infer<typeof AnswerQuestion>) {
  return inTransaction(ctx, async (ctx) => {
    const report = await getReportRow(ctx, input.number)
    requireReporterOf(ctx, report.id)
    requirePossible('answerQuestion', report, input.version)

    const noteId = await addNoteRow(ctx, { reportId: report.id, authorId: null, text: input.text })
    const answered = await moveReportRow(ctx, report, input.version, await restedUntil(ctx, report))
    await recordEvent(ctx, answered, 'question_answered', { from: report.status, to: answered.status, noteId })
    return answered
  })
}
