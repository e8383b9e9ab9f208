/** Which parts of which reports are due to be erased. Every query carries the town. */
import { and, asc, eq, isNotNull, lte, or, type SQL, sql } from 'drizzle-orm'
import { dueWork } from '../../db/schema/platform.ts'
import { reports } from '../../db/schema/reports.ts'
import { retentionOf } from '../../tenants/retention.ts'
import type { TxCtx } from '../context.ts'
import type { Part } from './erasure-rows.ts'

const ERASED = { contact: reports.contactErasedAt, text: reports.textErasedAt, photos: reports.photosErasedAt }

/** No month is shorter: what the index alone can rule out. */
const SHORTEST_MONTH_MS = 28 * 86_400_000

/** Months by the category a report has today. */
function monthsOf({ town }: TxCtx, part: Part): SQL {
  const own = town.categories.filter(({ retention }) => retention?.[part] !== undefined)
  const usual = sql`${town.retention[part]}::int`
  if (own.length === 0) return usual
  const cases = own.map(({ key }) => sql`when ${key} then ${retentionOf(town, key)[part]}::int`)
  return sql`case ${reports.category} ${sql.join(cases, sql` `)} else ${usual} end`
}

/**
 * When a part is to be gone, by the calendar of Germany; null when there is nothing more to do. Counts from the end; and
 * for what was written after an erasure, from then.
 */
function dueAt(ctx: TxCtx, part: Part): SQL<Date> {
  const erased = ERASED[part]
  const since = sql`case when ${erased} is null or ${erased} < ${reports.closedAt} then ${reports.closedAt}
    when ${reports.changedAt} > ${erased} then ${reports.changedAt} end`
  return sql<Date>`((${since}) at time zone 'Europe/Berlin' + make_interval(months => ${monthsOf(ctx, part)}))
    at time zone 'Europe/Berlin'`
}

function isOver(ctx: TxCtx, part: Part, by: Date): SQL | undefined {
  const { town } = ctx
  const months = Math.min(...['', ...town.categories.map(({ key }) => key)].map((key) => retentionOf(town, key)[part]))
  const oldest = new Date(by.getTime() - months * SHORTEST_MONTH_MS)
  return and(
    eq(reports.town, town.key),
    isNotNull(reports.closedAt),
    lte(reports.closedAt, oldest),
    or(sql`${ERASED[part]} is null`, sql`${ERASED[part]} < greatest(${reports.closedAt}, ${reports.changedAt})`),
    sql`${dueAt(ctx, part)} <= ${by.toISOString()}::timestamptz`,
  )
}

export type DueReport = { id: string; dueAt: Date }

/** The longest due first; held, and those that somebody is changing right now are left for the next time. */
export function holdDueReports(ctx: TxCtx, part: Part, limit: number): Promise<DueReport[]> {
  return ctx.db
    .select({ id: reports.id, dueAt: dueAt(ctx, part).mapWith(reports.closedAt) })
    .from(reports)
    .where(isOver(ctx, part, ctx.now()))
    .orderBy(asc(reports.closedAt))
    .limit(limit)
    .for('update', { skipLocked: true })
}

export type DueCounts = { soon: number; overdue: number }

/** How many reports lose this part until then, and how many should have lost it on an earlier day than yesterday. */
export async function countDueReports(ctx: TxCtx, part: Part, until: Date): Promise<DueCounts> {
  const day = (at: SQL) => sql`((${at}) at time zone 'Europe/Berlin')::date`
  const isLate = sql`${day(dueAt(ctx, part))} + 1 < ${day(sql`${ctx.now().toISOString()}::timestamptz`)}`
  const [row] = await ctx.db
    .select({
      soon: sql<number>`(count(*) filter (where not ${isLate}))::int`,
      overdue: sql<number>`(count(*) filter (where ${isLate}))::int`,
    })
    .from(reports)
    .where(isOver(ctx, part, until))
  return row!
}

export type Turn = { runAt: Date; lastAt: Date | null; hasFailed: boolean }

/** The nightly turn of the town; null when none is planned. */
export async function findTurn(ctx: TxCtx): Promise<Turn | null> {
  const [row] = await ctx.db
    .select({
      runAt: dueWork.runAt,
      // A lease that is over says when the last turn was.
      claimedUntil: dueWork.claimedUntil,
      attempts: dueWork.attempts,
      failedAt: dueWork.failedAt,
    })
    .from(dueWork)
    .where(and(eq(dueWork.town, ctx.town.key), eq(dueWork.kind, 'erase_old')))
    .limit(1)
  if (!row) return null
  const isRunning = row.claimedUntil !== null && row.claimedUntil > ctx.now()
  const hasFailed = row.failedAt !== null || (row.attempts > 0 && !isRunning)
  return { runAt: row.runAt, lastAt: isRunning ? null : row.claimedUntil, hasFailed }
}
