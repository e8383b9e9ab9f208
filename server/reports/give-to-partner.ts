/** What it means to give a report to somebody outside, whoever decides it: a clerk, or a rule of the town. */
import type { TxCtx } from '../context.ts'
import { removePartnerReportRows } from '../partners/rows.ts'
import { revokeLinkRows } from './link-rows.ts'
import { giveLink } from './outside-link.ts'
import { addDueWork } from './record-event.ts'
import { TRANSITIONS } from './status.ts'

const DAY_MS = 86_400_000

/** Days a partner has when nobody has said otherwise. */
export const PARTNER_DAYS = 14

export type Gift = {
  /** How the public label names the partner: "Bei Stadtwerken". */
  name: string
  /** One the town has configured; it gets a link by mail, or all of it into its own system. Null: reached by hand. */
  key: string | null
  days: number
}

/** What a rule gives to one of the town's partners; null when it names none, or one that is gone. */
export function partnerOf({ town }: TxCtx, key: string | null): Gift | null {
  const partner = town.partners.find((one) => one.key === key)
  return partner ? { name: partner.name, key: partner.key, days: PARTNER_DAYS } : null
}

/** The change of the report and the facts of its event; the link is made, or the sending due; earlier ones end. */
export async function giveToPartner(ctx: TxCtx, reportId: string, { name, key, days }: Gift) {
  await revokeLinkRows(ctx, reportId, 'partners')
  await removePartnerReportRows(ctx, reportId)
  const recipient = key === null ? undefined : (`partner/${key}` as const)
  const hasSystem = ctx.town.partners.some((one) => one.key === key && one.open311)
  if (recipient && hasSystem) {
    await addDueWork(ctx, { kind: 'send_to_partner', ref: reportId, runAt: ctx.tellAt ?? ctx.now() })
  } else if (recipient) await giveLink(ctx, reportId, recipient)
  const to = recipient ? { [hasSystem ? 'sendTo' : 'linkTo']: recipient } : {}
  return {
    change: {
      status: TRANSITIONS.involvePartner.to,
      partner: name,
      partnerUntil: new Date(ctx.now().getTime() + days * DAY_MS),
    },
    facts: { to: TRANSITIONS.involvePartner.to, partner: name, ...to },
  }
}
