/** Who hears of an event. */
import type { TxCtx } from '../context.ts'
import type { Action } from '../reports/record-event.ts'
import { type EventRow, findContactRow } from '../reports/rows.ts'

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

export type Recipient = { recipient: 'reporter'; channel: 'mail'; address: string }

/** Empty when nobody is to hear of it: no contact, silence asked for, or an explicit "without message". */
export async function recipientsOf(ctx: TxCtx, event: EventRow): Promise<Recipient[]> {
  if (!(TOLD_TO_REPORTER as readonly string[]).includes(event.action) || event.facts.silent) return []
  const contact = await findContactRow(ctx, event.reportId)
  if (!contact?.email || contact.mutedAt) return []
  return [{ recipient: 'reporter', channel: 'mail', address: contact.email }]
}
