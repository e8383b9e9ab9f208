/** What the three ends of a report have in common: the clock stops, and nothing is waited for any more. */
import type { Status } from '../../db/schema/reports.ts'
import type { TxCtx } from '../context.ts'

export const ended = (
  ctx: TxCtx,
  status: Extract<Status, 'done' | 'declined' | 'handed_over'>,
  closedReason: string,
) => ({
  status,
  closedReason,
  closedAt: ctx.now(),
  statusBefore: null,
  scheduledFor: null,
  questionUntil: null,
  partnerUntil: null,
})
