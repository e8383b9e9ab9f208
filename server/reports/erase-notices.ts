import { type Ctx, inTransaction, type TxCtx } from '../context.ts'
import { eraseNoticeWords } from './notice-rows.ts'

/** Words and addresses of notices that were decided before; returns how many. Due six months after the decision. */
export function eraseOldNotices(ctx: Ctx | TxCtx, before: Date): Promise<number> {
  return inTransaction(ctx, (ctx) => eraseNoticeWords(ctx, before))
}
