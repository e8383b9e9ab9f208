/** What it means to give a report to somebody outside, whoever decides it: a clerk, or a rule of the town. */
import type { TxCtx } from '../context.ts'
import { revokeLinkRows } from './link-rows.ts'
import { giveLink } from './outside-link.ts'
import { TRANSITIONS } from './status.ts'

const DAY_MS = 86_400_000

/** Days a partner has when nobody has said otherwise. */
export const PARTNER_DAYS = 14

export type Gift = {
  /** How the public label names the partner: "Bei Stadtwerken". */
  name: string
  /** One the town has configured; it gets a link by mail. Null: somebody reached by hand. */
  key: string | null
  days: number
}

/** What a rule gives to one of the town's partners; null when it names none, or one that is gone. */
export function partnerOf({ town }: TxCtx, key: string | null): Gift | null {
  const partner = town.partners.find((one) => one.key === key)
  return partner ? { name: partner.name, key: partner.key, days: PARTNER_DAYS } : null
}

/** The change of the report and the facts of its event; the link is made, earlier ones end. */
export async function giveToPartner(ctx: TxCtx, reportId: string, { name, key, days }: Gift) {
  await revokeLinkRows(ctx, reportId, 'partners')
  const linkTo = key === null ? undefined : (`partner/${key}` as const)
  if (linkTo) await giveLink(ctx, reportId, linkTo)
  return {
    change: {
      status: TRANSITIONS.involvePartner.to,
      partner: name,
      partnerUntil: new Date(ctx.now().getTime() + days * DAY_MS),
    },
    facts: { to: TRANSITIONS.involvePartner.to, partner: name, ...(linkTo ? { linkTo } : {}) },
  }
}
