import { type Ctx, inTransaction, type TxCtx } from '../context.ts'
import { requireAdmin } from '../people/permissions.ts'
import { addDeliveries } from './announce-event.ts'
import { listEventRowsSince, queueCalls, reviveDeliveryRows } from './delivery-rows.ts'
import { changeWebhookRow, holdWebhookRow, type WebhookRow } from './rows.ts'

/** Whoever missed more reads it by the API: sent one by one it would take longer than asking for all that changed. */
const MOST_MISSED = 500
/** What happened shortly before it was stopped may have waited to be told until afterwards. A delivery exists once. */
const BEFORE_MS = 3_600_000

type Started = { queued: number; isAll: boolean }

/**
 * What happens from now on is sent again.
 * @param options `isCatchingUp`: and what happened since it was stopped, and what did not arrive before
 * @returns how much of the past goes with it
 */
export async function startWebhook(ctx: Ctx, id: string, { isCatchingUp = false } = {}): Promise<Started> {
  requireAdmin(ctx)
  return inTransaction(ctx, async (ctx) => {
    const webhook = await holdWebhookRow(ctx, id)
    await changeWebhookRow(ctx, id, { stoppedAt: null, stoppedBecause: null })
    return isCatchingUp ? catchUp(ctx, webhook) : { queued: 0, isAll: true }
  })
}

async function catchUp(ctx: TxCtx, webhook: WebhookRow): Promise<Started> {
  const { id, stoppedAt, createdAt } = webhook
  const ids = await reviveDeliveryRows(ctx, { webhookId: id, which: undefined, most: MOST_MISSED })
  const since = stoppedAt && new Date(Math.max(stoppedAt.getTime() - BEFORE_MS, createdAt.getTime()))
  const missed = since ? await listEventRowsSince(ctx, since, MOST_MISSED + 1) : []
  for (const event of missed.slice(0, MOST_MISSED)) ids.push(...(await addDeliveries(ctx, event, [webhook])))
  await queueCalls(ctx, ids)
  return { queued: ids.length, isAll: missed.length <= MOST_MISSED }
}
