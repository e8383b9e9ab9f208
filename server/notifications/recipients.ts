/** Who hears of an event. */
import type { OutsideRecipient, TxCtx } from '../context.ts'
import { listFollowerRows } from '../reports/follower-rows.ts'
import { findNewestLinkRow } from '../reports/link-rows.ts'
import { listMergedRows } from '../reports/merge-rows.ts'
import { linkState, partnerOf } from '../reports/outside-link.ts'
import type { Action } from '../reports/record-event.ts'
import { type EventRow, findContactRow, getReportRowById, type ReportRow } from '../reports/rows.ts'
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
  'merged',
  'separated',
  'objection_accepted',
  'objection_rejected',
] as const satisfies Action[]
export type Told = (typeof TOLD_TO_REPORTER)[number]

/** Steps of which followers hear, by the words that tell them. */
export const TOLD_TO_FOLLOWERS = {
  scheduled: 'scheduled',
  partner_involved: 'partner_involved',
  answered: 'answered',
  closed: 'closed',
  declined: 'declined',
  handed_over: 'handed_over',
  reopened: 'reopened',
  objection_accepted: 'reopened',
  merged: 'merged',
} as const

export type Recipient =
  | { recipient: 'reporter'; channel: 'mail'; address: string }
  | { recipient: OutsideRecipient; channel: 'mail'; address: string }
  | { recipient: `follower/${string}` | `merged/${string}`; channel: 'mail'; address: string }

/** Empty when nobody is to hear of it. */
export async function recipientsOf(ctx: TxCtx, event: EventRow): Promise<Recipient[]> {
  if (await isUndoneRow(ctx, event)) return []
  const others = isPublicStep(event) ? await listMergedRows(ctx, event.reportId) : []
  return [
    ...(await reporterOf(ctx, event)),
    ...(await mergedOf(ctx, event, others)),
    ...(await followersOf(ctx, event, others)),
    ...(await outsideOf(ctx, event)),
  ]
}

/** What followers hear of, and whoever reported the same. */
const isPublicStep = ({ action, facts }: EventRow) => action in TOLD_TO_FOLLOWERS && !facts.silent

/** Reporters of what was merged into it hear of it as if it were theirs, but for the merging itself. */
async function mergedOf(ctx: TxCtx, { action }: EventRow, others: readonly ReportRow[]): Promise<Recipient[]> {
  if (action === 'merged') return []
  const told: Recipient[] = []
  for (const { id } of others) {
    const contact = await findContactRow(ctx, id)
    if (contact?.email && !contact.mutedAt && !contact.undeliverableAt) {
      told.push({ recipient: `merged/${id}`, channel: 'mail', address: contact.email })
    }
  }
  return told
}

/** Nobody hears by mail of what is not public. */
async function followersOf(ctx: TxCtx, event: EventRow, others: readonly ReportRow[]): Promise<Recipient[]> {
  if (!isPublicStep(event)) return []
  const report = await getReportRowById(ctx, event.reportId)
  if (report.visibility !== 'shown') return []
  // Merged once more, the others have an event of their own.
  const ids = event.action === 'merged' ? [report.id] : [report.id, ...others.map(({ id }) => id)]
  const rows = await listFollowerRows(ctx, ids)
  const once = new Map(rows.map((row) => [row.email!, row]))
  return [...once.values()].map(({ id, email }) => ({ recipient: `follower/${id}`, channel: 'mail', address: email! }))
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

/** Who is sent a link, or news of what their own system has; by the address the town has for them today. */
async function outsideOf(ctx: TxCtx, event: EventRow): Promise<Recipient[]> {
  const { facts, reportId } = event
  const recipient = ((facts.linkTo ?? facts.writeTo) as OutsideRecipient | undefined) ?? (await workingOn(ctx, event))
  if (!recipient) return []
  const address =
    recipient === 'town_hall' ? await departmentMailbox(ctx, reportId) : partnerOf(ctx.town, recipient)?.mailbox
  return address ? [{ recipient, channel: 'mail', address }] : []
}

/** Whoever works on it by a link hears that it was taken back, and that it was not after all. */
async function workingOn(ctx: TxCtx, { action, reportId }: EventRow): Promise<OutsideRecipient | undefined> {
  if (action !== 'withdrawn' && action !== 'withdrawal_undone') return undefined
  const link = await findNewestLinkRow(ctx, reportId)
  return link && linkState(ctx, link) === 'live' ? link.recipient : undefined
}

async function departmentMailbox(ctx: TxCtx, reportId: string): Promise<string | undefined> {
  const { department } = await getReportRowById(ctx, reportId)
  return ctx.town.departments.find((one) => one.key === department)?.mailbox
}
