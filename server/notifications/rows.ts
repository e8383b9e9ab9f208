/** The only place that reads and writes due work and deliveries. */
import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, lt, lte, notInArray, or, sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { deliveries, events } from '../../db/schema/events.ts'
import { dueWork } from '../../db/schema/platform.ts'
import type { TxCtx } from '../context.ts'
import type { EventRow } from '../reports/rows.ts'

export type DueWorkRow = typeof dueWork.$inferSelect
export type DeliveryRow = typeof deliveries.$inferSelect

/** Kinds to take, or to leave to others; what is being done here right now, and towns whose turn it is not. */
export type Choice = {
  only?: readonly string[]
  but?: readonly string[]
  not?: Iterable<string>
  notOf?: Iterable<string>
}

/** No lease reaches farther than so many of its lengths, or the clock has gone back since; servers' clocks differ too. */
const LONGEST_LEASE = 2

/** Claims the next that is due, for a lease; two workers never get the same. Runs on the platform, outside any town. */
export async function claimDueWork(
  db: Db,
  { now, lease, only, but, not = [], notOf = [] }: { now: Date; lease: number } & Choice,
): Promise<DueWorkRow | null> {
  const next = db
    .select({ id: dueWork.id })
    .from(dueWork)
    .where(
      and(
        lte(dueWork.runAt, now),
        isNull(dueWork.failedAt),
        only && inArray(dueWork.kind, [...only]),
        but && notInArray(dueWork.kind, [...but]),
        notInArray(dueWork.id, [...not]),
        notInArray(dueWork.town, [...notOf]),
        or(
          isNull(dueWork.claimedUntil),
          lt(dueWork.claimedUntil, now),
          gt(dueWork.claimedUntil, new Date(now.getTime() + LONGEST_LEASE * lease)),
        ),
      ),
    )
    .orderBy(asc(dueWork.runAt), asc(dueWork.seq))
    .limit(1)
    .for('update', { skipLocked: true })
  const [claimed] = await db
    .update(dueWork)
    .set({ claimedUntil: new Date(now.getTime() + lease), attempts: sql`${dueWork.attempts} + 1` })
    .where(inArray(dueWork.id, next))
    .returning()
  return claimed ?? null
}

/**
 * What the clock does for a town again and again. Under an id of its own there is never more than one of it; if it
 * was given up it begins anew.
 */
export async function ensureDueWork(
  db: Db,
  work: Pick<DueWorkRow, 'id' | 'kind' | 'town' | 'ref' | 'runAt'>,
): Promise<void> {
  await db
    .insert(dueWork)
    .values({ ...work, attempts: 0 })
    .onConflictDoUpdate({
      target: dueWork.id,
      set: { runAt: work.runAt, attempts: 0, failedAt: null, claimedUntil: null },
      setWhere: isNotNull(dueWork.failedAt),
    })
}

/** Done for now; the same work comes again. The lease that is over says when it was done. */
export async function repeatDueWork(
  db: Db,
  id: string,
  { runAt, doneAt }: { runAt: Date; doneAt: Date },
): Promise<void> {
  const claimedUntil = new Date(doneAt.getTime() - 1)
  await db.update(dueWork).set({ runAt, claimedUntil, attempts: 0 }).where(eq(dueWork.id, id))
}

/** Nobody is to be told of what lies behind: for histories that are brought in from elsewhere. */
export async function forgetDueWork(db: Db, town: string, but: readonly string[]): Promise<void> {
  await db.delete(dueWork).where(and(eq(dueWork.town, town), notInArray(dueWork.kind, [...but])))
}

export async function removeDueWork(db: Db, id: string): Promise<void> {
  await db.delete(dueWork).where(eq(dueWork.id, id))
}

export async function postponeDueWork(db: Db, id: string, runAt: Date): Promise<void> {
  await db.update(dueWork).set({ runAt, claimedUntil: null }).where(eq(dueWork.id, id))
}

/** Not done, because the worker goes: the next one begins it, and it counts as no try. */
export async function returnDueWork(db: Db, ids: readonly string[]): Promise<void> {
  await db
    .update(dueWork)
    .set({ claimedUntil: null, attempts: sql`greatest(${dueWork.attempts} - 1, 0)` })
    .where(inArray(dueWork.id, [...ids]))
}

/** Given up; the row stays so that somebody sees it. */
export async function giveUpDueWork(db: Db, id: string, failedAt: Date): Promise<void> {
  await db.update(dueWork).set({ failedAt, claimedUntil: null }).where(eq(dueWork.id, id))
}

export async function findEventRow(ctx: TxCtx, id: string): Promise<EventRow | null> {
  const [row] = await ctx.db
    .select()
    .from(events)
    .where(and(eq(events.town, ctx.town.key), eq(events.id, id)))
  return row ?? null
}

/** What is still to be told of the same report's earlier events: nobody is to hear the end before the beginning. */
export async function findEarlierTelling(
  ctx: TxCtx,
  { reportId, version, step }: EventRow,
): Promise<Pick<DueWorkRow, 'runAt' | 'claimedUntil'> | null> {
  const [earlier] = await ctx.db
    .select({ runAt: dueWork.runAt, claimedUntil: dueWork.claimedUntil })
    .from(dueWork)
    .innerJoin(events, and(eq(events.town, dueWork.town), eq(events.id, dueWork.ref)))
    .where(
      and(
        eq(events.town, ctx.town.key),
        eq(events.reportId, reportId),
        or(lt(events.version, version), and(eq(events.version, version), lt(events.step, step))),
        eq(dueWork.kind, 'tell'),
        isNull(dueWork.failedAt),
      ),
    )
    .orderBy(desc(dueWork.runAt))
    .limit(1)
  return earlier ?? null
}

/** The delivery of an event to a recipient, made if it is not there yet: telling twice finds the first one. */
export async function ensureDeliveryRow(
  ctx: TxCtx,
  { eventId, recipient, channel }: Pick<DeliveryRow, 'eventId' | 'recipient' | 'channel'>,
): Promise<DeliveryRow> {
  const town = ctx.town.key
  const row = {
    town,
    id: crypto.randomUUID(),
    eventId,
    recipient,
    channel,
    state: 'waiting',
    attempts: 0,
    changedAt: ctx.now(),
  } as const
  await ctx.db.insert(deliveries).values(row).onConflictDoNothing()
  const [delivery] = await ctx.db
    .select()
    .from(deliveries)
    .where(
      and(
        eq(deliveries.town, town),
        eq(deliveries.eventId, eventId),
        eq(deliveries.recipient, recipient),
        eq(deliveries.channel, channel),
      ),
    )
  return delivery!
}

export async function recordDelivery(
  ctx: TxCtx,
  id: string,
  outcome: { state: DeliveryRow['state']; failure?: string },
): Promise<void> {
  await ctx.db
    .update(deliveries)
    .set({
      ...outcome,
      failure: outcome.failure ?? null,
      attempts: sql`${deliveries.attempts} + 1`,
      changedAt: ctx.now(),
    })
    .where(and(eq(deliveries.town, ctx.town.key), eq(deliveries.id, id)))
}

/** A delivery and the report it is about, or null. */
export async function findDeliveryRow(
  ctx: TxCtx,
  id: string,
): Promise<{ delivery: DeliveryRow; reportId: string } | null> {
  const [row] = await ctx.db
    .select({ delivery: deliveries, reportId: events.reportId })
    .from(deliveries)
    .innerJoin(events, and(eq(events.town, deliveries.town), eq(events.id, deliveries.eventId)))
    .where(and(eq(deliveries.town, ctx.town.key), eq(deliveries.id, id)))
  return row ?? null
}

/** What is learnt of a delivery without another try. */
export async function noteDelivery(
  ctx: TxCtx,
  id: string,
  outcome: { state?: DeliveryRow['state']; failure: string },
): Promise<void> {
  await ctx.db
    .update(deliveries)
    .set({ ...outcome, changedAt: ctx.now() })
    .where(and(eq(deliveries.town, ctx.town.key), eq(deliveries.id, id)))
}

/** Told to nobody any more after the last wait: what has not gone out of this event counts as failed. */
export async function giveUpDeliveryRows(ctx: TxCtx, eventId: string): Promise<void> {
  await ctx.db
    .update(deliveries)
    .set({ state: 'failed', changedAt: ctx.now() })
    .where(and(eq(deliveries.town, ctx.town.key), eq(deliveries.eventId, eventId), eq(deliveries.state, 'waiting')))
}

export type FailedDelivery = Pick<DeliveryRow, 'recipient' | 'channel' | 'changedAt' | 'failure'>

const MOST_FAILED = 5

/** Newest first. */
export function listFailedDeliveryRows(ctx: TxCtx, reportId: string): Promise<FailedDelivery[]> {
  return ctx.db
    .select({
      recipient: deliveries.recipient,
      channel: deliveries.channel,
      changedAt: deliveries.changedAt,
      failure: deliveries.failure,
    })
    .from(deliveries)
    .innerJoin(events, and(eq(events.town, deliveries.town), eq(events.id, deliveries.eventId)))
    .where(and(eq(deliveries.town, ctx.town.key), eq(events.reportId, reportId), eq(deliveries.state, 'failed')))
    .orderBy(desc(deliveries.changedAt))
    .limit(MOST_FAILED)
}
