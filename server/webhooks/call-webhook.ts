/** The clock's side: one delivery is tried, outside any transaction. */
import { type Ctx, inTransaction, type TxCtx } from '../context.ts'
import type { Outgoing } from '../ports.ts'
import { getReportRowById, listEventRows } from '../reports/rows.ts'
import { type Call, findCall, findLastTry, recordCall } from './delivery-rows.ts'
import { type Addresses, payloadOf } from './payload.ts'
import { type Answer, postMessage } from './post-message.ts'
import { nextTry } from './retries.ts'
import { queueTellingAdmins, type StoppedBecause, stopWebhookRow } from './rows.ts'
import { secretsOf } from './secrets-of.ts'
import { stateAt } from './state-at.ts'

type Outlets = Addresses & { outgoing: Outgoing }

/** A system that does not answer, or asks for rest, is left alone for so long by everything else that waits for it. */
const REST_MS = 60_000
/** Too many, and what stands before a system that is down (Standard Webhooks: "throttle"). */
const ASKS_FOR_REST: readonly (number | null)[] = [null, 429, 502, 503, 504]

/**
 * @param deliveryId of a due work row of kind `call_webhook`
 * @returns when to try again; nothing for what has arrived, failed for good, or is not wanted any more
 */
export async function callWebhook(ctx: Ctx, outlets: Outlets, deliveryId: string): Promise<Date | undefined> {
  const call = await inTransaction(ctx, (tx) => prepare(ctx, tx, { outlets, deliveryId }))
  if (!call || call instanceof Date) return call ?? undefined
  const at = ctx.now()
  const answer = call.secrets
    ? await postMessage(outlets.outgoing, { ...call, secrets: call.secrets, id: deliveryId, at })
    : { status: null, failure: 'secret_lost', isPermanent: true, retryAfter: null }
  return inTransaction(ctx, (ctx) => settle(ctx, call, answer))
}

type Prepared = Call & { url: string; body: string; secrets: string[] | null }
type Asked = { outlets: Outlets; deliveryId: string }

async function prepare(ctx: Ctx, tx: TxCtx, { outlets, deliveryId }: Asked): Promise<Prepared | Date | null> {
  const call = await findCall(tx, deliveryId)
  if (call?.delivery.state !== 'waiting') return null
  const { delivery, webhook, event } = call
  const rested = await restsUntil(tx, delivery)
  if (rested) return rested
  const report = await getReportRowById(tx, event.reportId)
  const state = stateAt(report, await listEventRows(tx, report.id), event.version)
  const body = payloadOf(ctx, outlets, { type: delivery.type, event, report, state })
  return { ...call, url: webhook.url, body, secrets: await secretsOf(tx, webhook) }
}

async function restsUntil(ctx: TxCtx, { id, webhookId }: Call['delivery']): Promise<Date | null> {
  const last = await findLastTry(ctx, webhookId, new Date(ctx.now().getTime() - REST_MS))
  const isResting = last?.state === 'waiting' && last.id !== id && ASKS_FOR_REST.includes(last.status)
  return isResting ? new Date(last.changedAt.getTime() + REST_MS) : null
}

async function settle(ctx: TxCtx, { delivery, webhook }: Call, answer: Answer): Promise<Date | undefined> {
  const { status, failure, isPermanent, retryAfter } = answer
  const attempts = delivery.attempts + 1
  const next = failure && !isPermanent ? nextTry({ attempts, at: ctx.now(), retryAfter }) : null
  const state = next ? 'waiting' : failure ? 'failed' : 'sent'
  await recordCall(ctx, delivery.id, { state, status, failure })
  if (state === 'failed') await stop(ctx, webhook.id, failure === 'webhook_gone' ? 'gone' : 'failing')
  return next ?? undefined
}

async function stop(ctx: TxCtx, webhookId: string, because: StoppedBecause): Promise<void> {
  if (await stopWebhookRow(ctx, webhookId, because)) await queueTellingAdmins(ctx)
}
