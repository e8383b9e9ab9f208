/** The link is over, the work is not: a new one goes to the same mailbox, and only there. */
import { type Ctx, inTransaction } from '../context.ts'
import { AppError, conflict } from '../errors.ts'
import { countTry } from '../people/limits.ts'
import { findLinkRowByHash, findNewestLinkRow } from './link-rows.ts'
import { giveLink, linkState, outsideHash } from './outside-link.ts'
import { recordEvent } from './record-event.ts'
import { getReportRowById, moveReportRow } from './rows.ts'
import { isOpen } from './status.ts'

const DAY_MS = 86_400_000
/** Whoever holds an old link may fill nobody's mailbox. */
const TRIES = { most: 3, windowMs: DAY_MS }

/** @throws not_found, gone `link_revoked`, conflict `not_possible_now`, too_many `link_too_many` */
export function renewOutsideLink(ctx: Ctx, token: string): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const link = await findLinkRowByHash(ctx, await outsideHash(token))
    if (!link) throw new AppError('not_found', 'link_unknown')
    const state = linkState(ctx, link)
    if (state === 'revoked') throw new AppError('gone', 'link_revoked')
    const report = await getReportRowById(ctx, link.reportId)
    if (state === 'live' || !isOpen(report.status)) throw conflict('not_possible_now')
    const { reportId, recipient } = link
    await countTry(ctx.db, `outside link ${ctx.town.key} ${reportId} ${recipient}`, TRIES, ctx.now())

    // Asked for twice, or with a link from before the last one: the mail repeats the link that works.
    const newest = await findNewestLinkRow(ctx, reportId, recipient)
    if (!newest || linkState(ctx, newest) !== 'live') await giveLink(ctx, reportId, recipient)
    const renewed = await moveReportRow(ctx, report, report.version, {})
    const outside = { ...ctx, actor: { kind: 'outside', reportId, recipient } as const }
    await recordEvent(outside, renewed, 'link_renewed', { linkTo: recipient })
  })
}
