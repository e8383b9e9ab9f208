/** Deliveries and due work as the town's admin looks at them. */
import { and, count, desc, eq, gte, inArray, isNotNull, isNull, max, or, type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { deliveries, events } from '../../db/schema/events.ts'
import { dueWork } from '../../db/schema/platform.ts'
import { reports } from '../../db/schema/reports.ts'
import type { TxCtx } from '../context.ts'
import type { DeliveryRow, DueWorkRow } from './rows.ts'

/** Nobody takes mail there: trying again is of no use. */
export const DEAD_ENDS = ['bounced', 'address_refused']

export type Trouble = Pick<
  DeliveryRow,
  'id' | 'recipient' | 'channel' | 'state' | 'failure' | 'attempts' | 'changedAt'
> & {
  number: number
  nextTry: Date | null
}

const isTrouble = (town: string, since: Date): SQL | undefined =>
  and(
    eq(deliveries.town, town),
    or(eq(deliveries.state, 'waiting'), and(isNotNull(deliveries.failure), gte(deliveries.changedAt, since))),
  )

/** What waits, and what has not arrived since; newest first. */
export async function listTroubleRows(
  ctx: TxCtx,
  { since, limit, offset }: { since: Date; limit: number; offset: number },
): Promise<Trouble[]> {
  const { id, recipient, channel, state, failure, attempts, changedAt } = deliveries
  const rows = await ctx.db
    .select({
      id,
      recipient,
      channel,
      state,
      failure,
      attempts,
      changedAt,
      number: reports.number,
      eventId: deliveries.eventId,
    })
    .from(deliveries)
    .innerJoin(events, and(eq(events.town, deliveries.town), eq(events.id, deliveries.eventId)))
    .innerJoin(reports, and(eq(reports.town, events.town), eq(reports.id, events.reportId)))
    .where(isTrouble(ctx.town.key, since))
    .orderBy(desc(deliveries.changedAt), desc(deliveries.id))
    .limit(limit)
    .offset(offset)
  const next = await nextTries(
    ctx,
    rows.filter((row) => row.state === 'waiting').map(({ eventId }) => eventId),
  )
  return rows.map(({ eventId, ...row }) => ({ ...row, nextTry: next.get(eventId) ?? null }))
}

async function nextTries(ctx: TxCtx, eventIds: readonly string[]): Promise<Map<string, Date | null>> {
  if (eventIds.length === 0) return new Map()
  const rows = await ctx.db
    .select({ ref: dueWork.ref, runAt: max(dueWork.runAt) })
    .from(dueWork)
    .where(
      and(
        eq(dueWork.town, ctx.town.key),
        eq(dueWork.kind, 'tell'),
        inArray(dueWork.ref, [...eventIds]),
        isNull(dueWork.failedAt),
      ),
    )
    .groupBy(dueWork.ref)
  return new Map(rows.map(({ ref, runAt }) => [ref, runAt]))
}

/** `late`: those of the waiting that have been tried in vain. */
export type DeliveryCounts = { waiting: number; late: number; failed: number; bounced: number }

/** Counts alone, for whoever may see no more than that. */
export async function countDeliveries(db: Db, town: string, since: Date): Promise<DeliveryCounts> {
  const hasFailed = sql`${deliveries.state} = 'failed' and ${deliveries.changedAt} >= ${since.toISOString()}::timestamptz`
  const [row] = await db
    .select({
      waiting: sql<number>`count(*) filter (where ${deliveries.state} = 'waiting')::int`,
      late: sql<number>`count(*) filter (where ${deliveries.state} = 'waiting' and ${deliveries.failure} is not null)::int`,
      failed: sql<number>`count(*) filter (where ${hasFailed})::int`,
      bounced: sql<number>`count(*) filter (where ${hasFailed} and ${inArray(deliveries.failure, DEAD_ENDS)})::int`,
    })
    .from(deliveries)
    .where(isTrouble(town, since))
  return row!
}

const MOST_GIVEN_UP = 50

export function listGivenUpRows(ctx: TxCtx): Promise<Pick<DueWorkRow, 'id' | 'kind' | 'attempts' | 'failedAt'>[]> {
  const { id, kind, attempts, failedAt } = dueWork
  return ctx.db
    .select({ id, kind, attempts, failedAt })
    .from(dueWork)
    .where(and(eq(dueWork.town, ctx.town.key), isNotNull(failedAt)))
    .orderBy(desc(failedAt))
    .limit(MOST_GIVEN_UP)
}

export async function countGivenUp(db: Db, town: string): Promise<number> {
  const [row] = await db
    .select({ rows: count() })
    .from(dueWork)
    .where(and(eq(dueWork.town, town), isNotNull(dueWork.failedAt)))
  return row?.rows ?? 0
}

/**
 * What failed waits again, as if it had never been tried; dead ends stay. At most so many at a time.
 * @param id of one delivery; without it all since that day
 * @returns the events to be told once more
 */
export async function reviveDeliveryRows(
  ctx: TxCtx,
  { id, since, most }: { id?: string | undefined; since: Date; most: number },
): Promise<{ count: number; eventIds: string[] }> {
  const { db, town } = ctx
  const found = db
    .select({ id: deliveries.id })
    .from(deliveries)
    .where(
      and(
        eq(deliveries.town, town.key),
        eq(deliveries.state, 'failed'),
        // What another system did not take went out by mail.
        eq(deliveries.channel, 'mail'),
        id ? eq(deliveries.id, id) : gte(deliveries.changedAt, since),
        sql`coalesce(${deliveries.failure}, '') not in (${sql.join(
          DEAD_ENDS.map((reason) => sql`${reason}`),
          sql`, `,
        )})`,
      ),
    )
    .orderBy(desc(deliveries.changedAt))
    .limit(most)
  const rows = await db
    .update(deliveries)
    .set({ state: 'waiting', changedAt: ctx.now() })
    .where(and(eq(deliveries.town, town.key), inArray(deliveries.id, found)))
    .returning({ eventId: deliveries.eventId })
  return { count: rows.length, eventIds: [...new Set(rows.map(({ eventId }) => eventId))] }
}

/** Due again at once, from the first try. @param id of one piece; without it all of the town */
export async function reviveDueWork(ctx: TxCtx, id?: string): Promise<string[]> {
  const rows = await ctx.db
    .update(dueWork)
    .set({ failedAt: null, claimedUntil: null, attempts: 0, runAt: ctx.now() })
    .where(and(eq(dueWork.town, ctx.town.key), isNotNull(dueWork.failedAt), id ? eq(dueWork.id, id) : undefined))
    .returning({ ref: dueWork.ref })
  return rows.map(({ ref }) => ref)
}

/** Those of the events that are in the queue anyway: two of a kind could send one mail twice. */
export async function listEventsInQueue(ctx: TxCtx, eventIds: readonly string[]): Promise<string[]> {
  return [...(await nextTries(ctx, eventIds)).keys()]
}

/** Given-up telling of these events is replaced by a new one. */
export async function forgetGivenUp(ctx: TxCtx, eventIds: readonly string[]): Promise<void> {
  if (eventIds.length === 0) return
  await ctx.db
    .delete(dueWork)
    .where(
      and(
        eq(dueWork.town, ctx.town.key),
        eq(dueWork.kind, 'tell'),
        inArray(dueWork.ref, [...eventIds]),
        isNotNull(dueWork.failedAt),
      ),
    )
}
