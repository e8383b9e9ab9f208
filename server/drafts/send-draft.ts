/** A begun report becomes a report: once, however often it is sent. */
import type { z } from 'zod'
import { type Ctx, inTransaction } from '../context.ts'
import { AppError, conflict } from '../errors.ts'
import { checkSubmission } from '../reports/check-submission.ts'
import { fileReport, replay, type Submission, SubmitReport, type Submitted } from '../reports/submit-report.ts'
import { categoryOf } from './check-draft.ts'
import { inputOf } from './draft-input.ts'
import { readDraft } from './read-draft.ts'
import { holdDraftRow, markDraftRowSent } from './rows.ts'

type Sending = Omit<z.input<typeof Submission>, 'key' | 'draftHash'>

/**
 * Files it and marks the draft as sent, in one transaction. Sent before: the report of then.
 * @throws as checkSubmission; conflict `draft_changed` when it was changed elsewhere at this moment; gone `draft_over`
 */
export async function sendDraft(ctx: Ctx, token: string, sending: Sending): Promise<Submitted> {
  const draft = await readDraft(ctx, token)
  if (draft.sentReportId) return replay(ctx, draft.sentReportId)
  const { language } = ctx
  const typed = inputOf(draft.fields, categoryOf(ctx, draft.fields), language)
  const input = SubmitReport.safeParse({ ...typed, language })
  if (!input.success) throw new AppError('invalid', 'invalid')
  const sound = await checkSubmission(ctx, input.data, language)

  return inTransaction(ctx, async (ctx) => {
    const held = await holdDraftRow(ctx, draft.hash)
    if (!held) throw new AppError('gone', 'draft_over')
    if (held.sentReportId) return replay(ctx, held.sentReportId)
    // What was checked is what is sent.
    if (JSON.stringify(held.fields) !== JSON.stringify(draft.fields)) throw conflict('draft_changed')
    const submission = { ...sending, via: draft.fields.via, draftHash: draft.hash }
    const sent = await fileReport(ctx, { input: input.data, submission, sound })
    await markDraftRowSent(ctx, draft.hash, sent.report.id)
    return sent
  })
}
