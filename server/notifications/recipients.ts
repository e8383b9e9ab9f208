/** Who hears of an event. */
import type { OutsideRecipient, TxCtx } from '../context.ts'
import { partnerOf } from '../reports/outside-link.ts'
import type { Action } from '../reports/record-event.ts'
import { type EventRow, findContactRow, getReportRowById } from '../reports/rows.ts'
import { isUndoneRow } from '../reports/undo-rows.ts'

/** Steps of which the reporter hears by mail. */
export const TOLD_TO_REPORTER = [
  'submitted',
  'scheduled',
  'asked',
  'partner_involved',
  'answered',
  'closed',
  'declined',
  'handed_over',
  'reopened',
] as const satisfies Action[]
export type Told = (typeof TOLD_TO_REPORTER)[number]

export type Recipient =
  | { recipient: 'reporter'; channel: 'mail'; address: string }
  | { recipient: OutsideRecipient; channel: 'mail'; address: string }

/** Empty when nobody is to hear of it. */
export async function recipientsOf(ctx: TxCtx, event: EventRow): Promise<Recipient[]> {
  if (await isUndoneRow(ctx, event)) return []
  return [...(await reporterOf(ctx, event)), ...(await outsideOf(ctx, event))]
}

/** Nobody: no contact, an address that takes nothing, silence asked for, or an explicit "without message". */
async function reporterOf(ctx: TxCtx, event: EventRow): Promise<Recipient[]> {
  if (!(TOLD_TO_REPORTER as readonly string[]).includes(event.action) || event.facts.silent) return []
  // Given to a partner on arrival: the receipt says so already.
  if (event.action === 'partner_involved' && event.actorKind === 'system') return []
  const contact = await findContactRow(ctx, event.reportId)
  if (!contact?.email || contact.mutedAt || contact.undeliverableAt) return []
  return [{ recipient: 'reporter', channel: 'mail', address: contact.email }]
}

/** Who is sent a link; by the address the town has for them today. */
async function outsideOf(ctx: TxCtx, { facts, reportId }: EventRow): Promise<Recipient[]> {
  const recipient = facts.linkTo as OutsideRecipient | undefined
  if (!recipient) return []
  const address =
    recipient === 'town_hall' ? await departmentMailbox(ctx, reportId) : partnerOf(ctx.town, recipient)?.mailbox
  return address ? [{ recipient, channel: 'mail', address }] : []
}

async function departmentMailbox(ctx: TxCtx, reportId: string): Promise<string | undefined> {
  const { department } = await getReportRowById(ctx, reportId)
  return ctx.town.departments.find((one) => one.key === department)?.mailbox
}
