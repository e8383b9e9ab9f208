/** What a follower does by the link in a mail: see how it stands, confirm, end. */
import { type Ctx, inTransaction } from '../context.ts'
import { getFollowerByToken } from './follow-link.ts'
import { CONFIRM_WITHIN_MS } from './follow-report.ts'
import { changeFollowerRow, findFollowerRow, removeFollowerRow } from './follower-rows.ts'
import { getReportRowById } from './rows.ts'

export type Following = { number: number; isShown: boolean; state: 'unconfirmed' | 'following' | 'ended' }

/** Changes nothing. @throws not_found */
export function readFollowing(ctx: Ctx, token: string): Promise<Following> {
  return inTransaction(ctx, async (ctx) => {
    const { reportId, confirmedAt, endedAt, email } = await getFollowerByToken(ctx, token)
    const { number, visibility } = await getReportRowById(ctx, reportId)
    // Without an address nobody is written to: its time was over.
    const state = endedAt || !email ? 'ended' : confirmedAt ? 'following' : 'unconfirmed'
    return { number, isShown: visibility === 'shown', state }
  })
}

/** A repeat is harmless. @throws not_found */
export function confirmFollowing(ctx: Ctx, token: string): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const { id, confirmedAt } = await getFollowerByToken(ctx, token)
    if (!confirmedAt) await changeFollowerRow(ctx, id, { confirmedAt: ctx.now() })
  })
}

/** No more mails. A repeat is harmless. @throws not_found */
export function endFollowing(ctx: Ctx, token: string): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const { id, endedAt } = await getFollowerByToken(ctx, token)
    // The link still says that it is over; the address is not needed for that.
    if (!endedAt) await changeFollowerRow(ctx, id, { endedAt: ctx.now(), email: null })
  })
}

/** The clock's side: an address that nobody has confirmed is forgotten. */
export function expireFollowing(ctx: Ctx, id: string): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const follower = await findFollowerRow(ctx, id)
    if (!follower || follower.confirmedAt) return
    const isOver = ctx.now().getTime() - follower.createdAt.getTime() >= CONFIRM_WITHIN_MS
    if (isOver) await removeFollowerRow(ctx, id)
  })
}
