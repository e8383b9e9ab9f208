/** The link by which somebody outside works on one report: derived like the reporter's, and it ends by itself. */
import type { Partner, Town } from '../../tenants/schema.ts'
import type { Ctx, OutsideRecipient, TxCtx } from '../context.ts'
import { partnerKey } from '../routing/route-report.ts'
import { derive, hashOf } from '../secrets.ts'
import { addLinkRow, findNewestLinkRow, type LinkRow } from './link-rows.ts'

/** A partner's fortnight and as much again for whoever was on holiday; after that a new one can be asked for. */
const LINK_DAYS = 30
const DAY_MS = 86_400_000

type Facts = Pick<LinkRow, 'reportId' | 'recipient' | 'createdAt'>

/** Token of `{base}/auftrag/{token}`: the same whenever it is derived from the same row, so that a mail can repeat it. */
export function outsideToken(ctx: Ctx | TxCtx, { reportId, recipient, createdAt }: Facts): Promise<string> {
  return derive(ctx.secret, 'outside', ctx.town.key, reportId, recipient, createdAt.toISOString())
}

export const outsideHash = hashOf

/** A new link; an earlier one to the same recipient keeps its own end. */
export async function giveLink(ctx: TxCtx, reportId: string, recipient: OutsideRecipient): Promise<void> {
  const earlier = await findNewestLinkRow(ctx, reportId, recipient)
  // Given, taken back and given again within a millisecond, the revoked link would come to life again.
  const createdAt = new Date(Math.max(ctx.now().getTime(), (earlier?.createdAt.getTime() ?? 0) + 1))
  const tokenHash = await outsideHash(await outsideToken(ctx, { reportId, recipient, createdAt }))
  const expiresAt = new Date(createdAt.getTime() + LINK_DAYS * DAY_MS)
  await addLinkRow(ctx, { tokenHash, reportId, recipient, createdAt, expiresAt })
}

type Named = Pick<Town, 'partners' | 'officialName'>

/** The partner a recipient means; null for a town hall, and for a partner the town works with no more. */
export function partnerOf({ partners }: Pick<Town, 'partners'>, recipient: string): Partner | null {
  const key = partnerKey(recipient)
  return partners.find((one) => one.key === key) ?? null
}

/** Who it is in words: the partner's name, or the town's own. */
export function nameOfOutside(town: Named, recipient: string): string {
  return partnerOf(town, recipient)?.name ?? partnerKey(recipient) ?? town.officialName
}

/** Works now: not taken back, not over, and to somebody the town still works with. */
export function linkState(ctx: TxCtx, link: LinkRow): 'live' | 'expired' | 'revoked' {
  const isKnown = link.recipient === 'town_hall' || partnerOf(ctx.town, link.recipient) !== null
  if (link.revokedAt || !isKnown) return 'revoked'
  return link.expiresAt <= ctx.now() ? 'expired' : 'live'
}
