/** An event becomes one delivery for each webhook that wants it. A repeat is harmless: a delivery exists once. */
import type { TxCtx } from '../context.ts'
import { type EventRow, getReportRowById, listEventRows } from '../reports/rows.ts'
import { isUndoneRow } from '../reports/undo-rows.ts'
import { addDeliveryRows, queueCalls } from './delivery-rows.ts'
import { typeOfAction } from './event-types.ts'
import { listWebhookRowsSince, type WebhookRow } from './rows.ts'
import { stateAt } from './state-at.ts'

/** In the transaction in which the event is told: reports are filed without looking for webhooks at all. */
export async function announceEvent(ctx: TxCtx, event: EventRow): Promise<void> {
  if (!typeOfAction(event.action)) return
  await queueCalls(ctx, await addDeliveries(ctx, event, await listWebhookRowsSince(ctx, event.happenedAt)))
}

/** @returns ids of those that were not there yet: of these webhooks the ones that want the event */
export async function addDeliveries(ctx: TxCtx, event: EventRow, webhooks: readonly WebhookRow[]): Promise<string[]> {
  const type = typeOfAction(event.action)
  if (!type || webhooks.length === 0 || (await isUndoneRow(ctx, event))) return []
  const departments = await departmentsOf(ctx, event)
  // From one clerk to another is nobody's business outside.
  if (event.action === 'assigned' && departments.size === 1) return []
  const wants = ({ types, department }: WebhookRow) =>
    (types.length === 0 || types.includes(type)) && (department === null || departments.has(department))
  return addDeliveryRows(
    ctx,
    webhooks.filter(wants).map(({ id }) => ({ webhookId: id, eventId: event.id, type })),
  )
}

/** Who answers for it afterwards, and who did before: they hear that it has gone. */
async function departmentsOf(ctx: TxCtx, { reportId, version }: EventRow): Promise<Set<string>> {
  const report = await getReportRowById(ctx, reportId)
  const history = await listEventRows(ctx, reportId)
  const after = stateAt(report, history, version).department
  return new Set([after, version > 1 ? stateAt(report, history, version - 1).department : after])
}
