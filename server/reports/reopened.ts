/** What opening a report again means, whoever decides it: nothing of its end is left, and a new answer is due. */
import type { TxCtx } from '../context.ts'
import { TRANSITIONS } from './status.ts'
import { addWorkingDays } from './working-days.ts'

/** Working days for the next answer after a report was opened again. */
const ANSWER_WITHIN = 2

export const reopened = (ctx: TxCtx) => ({
  status: TRANSITIONS.reopen.to,
  statusBefore: null,
  closedReason: null,
  closedAt: null,
  partner: null,
  scheduledFor: null,
  questionUntil: null,
  partnerUntil: null,
  objectionAt: null,
  answerDueAt: addWorkingDays(ctx.now(), ANSWER_WITHIN, ctx.town),
})
