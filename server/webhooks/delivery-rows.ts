/** The only place that reads and writes what is sent to webhooks. Every query carries the town. */
import { and, asc, count, desc, eq, getTableColumns, gt, gte, inArray, isNull, sql } from 'drizzle-orm'
import { events } from '../../db/schema/events.ts'
import { webhookDeliveries, webhooks } from '../../db/schema/interfaces.ts'
import { dueWork } from '../../db/schema/platform.ts'
import { reports } from '../../db/schema/reports.ts'
import type { TxCtx } from '../context.ts'
import { addDueWork, type DueKind } from '../reports/record-event.ts'
import type { EventRow } from '../reports/rows.ts'

export type WebhookDeliveryRow = typeof webhookDeliveries.$inferSelect

const CALL: DueKind = 'call_webhook'

const ownDelivery = (ctx: TxCtx, id: string) =>
  and(eq(webhookDeliveries.town, ctx.town.key), eq(webhookDeliveries.id, id))

/** What happened in the town since then, oldest first. */
export function listEventRowsSince(ctx: TxCtx, since: Date, limit: number): Promise<EventRow[]> {
  return ctx.db
    .select()
    .from(events)
    .where(and(eq(events.town, ctx.town.key), gte(events.happenedAt, since)))
    .orderBy(asc(events.happenedAt), asc(events.version), asc(events.step))
    .limit(limit)
}

/** @returns ids of those that were not there yet */
export async function addDeliveryRows(
  ctx: TxCtx,
  rows: readonly Pick<WebhookDeliveryRow, 'webhookId' | 'eventId' | 'type'>[],
): Promise<string[]> {
  if (rows.length === 0) return []
  const now = ctx.now()
  const fresh = rows.map((row) => ({
    ...row,
    town: ctx.town.key,
    id: crypto.randomUUID(),
    state: 'waiting' as const,
    attempts: 0,
    createdAt: now,
    changedAt: now,
  }))
  const added = await ctx.db
    .insert(webhookDeliveries)
    .values(fresh)
    .onConflictDoNothing()
    .returning({ id: webhookDeliveries.id })
  return added.map(({ id }) => id)
}

/** One call each, at once; in place of one that is planned for later. */
export async function queueCalls(ctx: TxCtx, deliveryIds: readonly string[]): Promise<void> {
  if (deliveryIds.length === 0) return
  const { db, town } = ctx
  await db
    .delete(dueWork)
    .where(and(eq(dueWork.town, town.key), eq(dueWork.kind, CALL), inArray(dueWork.ref, [...deliveryIds])))
  await addDueWork(ctx, ...deliveryIds.map((ref) => ({ kind: CALL, ref, runAt: ctx.now() })))
}

/** What still waits for this webhook is not sent any more. */
export async function giveUpWaitingRows(ctx: TxCtx, webhookId: string): Promise<void> {
  await ctx.db
    .update(webhookDeliveries)
    .set({ state: 'failed', failure: 'webhook_stopped', changedAt: ctx.now() })
    .where(
      and(
        eq(webhookDeliveries.town, ctx.town.key),
        eq(webhookDeliveries.webhookId, webhookId),
        eq(webhookDeliveries.state, 'waiting'),
      ),
    )
}

export type Call = { delivery: WebhookDeliveryRow; webhook: typeof webhooks.$inferSelect; event: EventRow }

/** Null when the webhook, and with it the delivery, is gone. */
export async function findCall(ctx: TxCtx, deliveryId: string): Promise<Call | null> {
  const [row] = await ctx.db
    .select({ delivery: webhookDeliveries, webhook: webhooks, event: events })
    .from(webhookDeliveries)
    .innerJoin(webhooks, and(eq(webhooks.town, webhookDeliveries.town), eq(webhooks.id, webhookDeliveries.webhookId)))
    .innerJoin(events, and(eq(events.town, webhookDeliveries.town), eq(events.id, webhookDeliveries.eventId)))
    .where(ownDelivery(ctx, deliveryId))
  return row ?? null
}

/** The last try of anything to the same webhook, if that was after `since`. */
export async function findLastTry(
  { db, town }: TxCtx,
  webhookId: string,
  since: Date,
): Promise<Pick<WebhookDeliveryRow, 'id' | 'state' | 'status' | 'failure' | 'changedAt'> | null> {
  const { id, state, status, failure, changedAt, attempts } = webhookDeliveries
  const ofWebhook = and(eq(webhookDeliveries.town, town.key), eq(webhookDeliveries.webhookId, webhookId))
  const [last] = await db
    .select({ id, state, status, failure, changedAt })
    .from(webhookDeliveries)
    .where(and(ofWebhook, gt(changedAt, since), gt(attempts, 0)))
    .orderBy(desc(changedAt))
    .limit(1)
  return last ?? null
}

export type CallOutcome = Pick<WebhookDeliveryRow, 'state' | 'status' | 'failure'>

export async function recordCall(ctx: TxCtx, id: string, outcome: CallOutcome): Promise<void> {
  await ctx.db
    .update(webhookDeliveries)
    .set({ ...outcome, attempts: sql`${webhookDeliveries.attempts} + 1`, changedAt: ctx.now() })
    .where(ownDelivery(ctx, id))
}

/** As if never tried. @param which one of them, whatever became of it; without it all that failed, oldest first */
export async function reviveDeliveryRows(
  ctx: TxCtx,
  { webhookId, which, most }: { webhookId: string; which?: string | undefined; most: number },
): Promise<string[]> {
  const { db, town } = ctx
  const found = db
    .select({ id: webhookDeliveries.id })
    .from(webhookDeliveries)
    .where(
      and(
        eq(webhookDeliveries.town, town.key),
        eq(webhookDeliveries.webhookId, webhookId),
        which ? eq(webhookDeliveries.id, which) : eq(webhookDeliveries.state, 'failed'),
      ),
    )
    .orderBy(asc(webhookDeliveries.createdAt))
    .limit(most)
  const rows = await db
    .update(webhookDeliveries)
    .set({ state: 'waiting', attempts: 0, status: null, failure: null, changedAt: ctx.now() })
    .where(and(eq(webhookDeliveries.town, town.key), inArray(webhookDeliveries.id, found)))
    .returning({ id: webhookDeliveries.id })
  return rows.map(({ id }) => id)
}

export type LogRow = Omit<WebhookDeliveryRow, 'town' | 'eventId' | 'webhookId'> & {
  number: number
  nextTry: Date | null
}

/** Newest first. */
export async function listLogRows(
  ctx: TxCtx,
  webhookId: string,
  { limit, offset }: { limit: number; offset: number },
): Promise<LogRow[]> {
  const { town: _town, eventId: _event, webhookId: _webhook, ...columns } = getTableColumns(webhookDeliveries)
  const next = and(
    eq(dueWork.town, webhookDeliveries.town),
    eq(dueWork.kind, CALL),
    eq(dueWork.ref, webhookDeliveries.id),
  )
  return ctx.db
    .select({ ...columns, number: reports.number, nextTry: dueWork.runAt })
    .from(webhookDeliveries)
    .innerJoin(events, and(eq(events.town, webhookDeliveries.town), eq(events.id, webhookDeliveries.eventId)))
    .innerJoin(reports, and(eq(reports.town, events.town), eq(reports.id, events.reportId)))
    .leftJoin(dueWork, and(next, eq(webhookDeliveries.state, 'waiting'), isNull(dueWork.failedAt)))
    .where(and(eq(webhookDeliveries.town, ctx.town.key), eq(webhookDeliveries.webhookId, webhookId)))
    .orderBy(desc(webhookDeliveries.createdAt), desc(webhookDeliveries.id))
    .limit(limit)
    .offset(offset)
}

export type LastCall = Pick<WebhookDeliveryRow, 'webhookId' | 'state' | 'status' | 'failure' | 'changedAt'>

/** Of each webhook the last that was tried. */
export function listLastCalls({ db, town }: TxCtx): Promise<LastCall[]> {
  const { webhookId, state, status, failure, changedAt, attempts } = webhookDeliveries
  return db
    .selectDistinctOn([webhookId], { webhookId, state, status, failure, changedAt })
    .from(webhookDeliveries)
    .where(and(eq(webhookDeliveries.town, town.key), gt(attempts, 0)))
    .orderBy(webhookId, desc(changedAt))
}

export async function countFailed({ db, town }: TxCtx): Promise<Map<string, number>> {
  const { webhookId, state } = webhookDeliveries
  const rows = await db
    .select({ webhookId, failed: count() })
    .from(webhookDeliveries)
    .where(and(eq(webhookDeliveries.town, town.key), eq(state, 'failed')))
    .groupBy(webhookId)
  return new Map(rows.map((row) => [row.webhookId, row.failed]))
}
