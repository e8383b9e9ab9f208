/** What the operator sees of towns: counts and times, nothing that a citizen or a clerk has written. Platform tables. */
import { and, asc, count, desc, eq, exists, ilike, inArray, isNotNull, lte, or, type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { conformance, dueWork, towns, townVersions } from '../../db/schema/platform.ts'

export const OPERATOR_VIEWS = ['all', 'failing', 'stuck', 'preview'] as const
export type OperatorView = (typeof OPERATOR_VIEWS)[number]

type Filter = { q?: string | undefined; view: OperatorView; now: Date; limit: number; offset: number }

export async function listOperatedTowns(db: Db, { q, view, now, limit, offset }: Filter) {
  const where = and(isSearched(q), isIn(db, view, now))
  const rows = await db
    .select({
      town: towns,
      appliedAt: townVersions.appliedAt,
      appliedBy: townVersions.appliedBy,
      last: conformance,
    })
    .from(towns)
    .innerJoin(townVersions, and(eq(townVersions.town, towns.key), eq(townVersions.version, towns.version)))
    .leftJoin(conformance, eq(conformance.town, towns.key))
    .where(where)
    .orderBy(desc(towns.member), asc(towns.name), asc(towns.key))
    .limit(limit)
    .offset(offset)
  const [total] = await db
    .select({ rows: count() })
    .from(towns)
    .leftJoin(conformance, eq(conformance.town, towns.key))
    .where(where)
  return { rows, total: total?.rows ?? 0 }
}

function isSearched(q: string | undefined): SQL | undefined {
  if (!q) return undefined
  const part = `%${q.replaceAll(/[\\%_]/g, '\\$&')}%`
  return or(ilike(towns.name, part), ilike(towns.key, part))
}

function isIn(db: Db, view: OperatorView, now: Date): SQL | undefined {
  if (view === 'failing') return and(isFailing())
  if (view === 'preview') return and(eq(towns.live, false), eq(towns.member, true))
  if (view === 'all') return undefined
  const trouble = or(isNotNull(dueWork.failedAt), lte(dueWork.runAt, tooLongAgo(now)))
  return exists(
    db
      .select({ id: dueWork.id })
      .from(dueWork)
      .where(and(eq(dueWork.town, towns.key), trouble)),
  )
}

const isFailing = () => and(eq(towns.live, true), eq(conformance.isMet, false))

/** Work is done within seconds; what waits a quarter of an hour is stuck. */
const TOO_LONG_MS = 15 * 60_000
export const tooLongAgo = (now: Date) => new Date(now.getTime() - TOO_LONG_MS)

export type Queue = { waiting: number; oldest: Date | null; givenUp: number }

/** Due and not done, by town; without keys over the whole platform under ''. */
export async function countQueues(db: Db, now: Date, keys?: readonly string[]): Promise<Map<string, Queue>> {
  if (keys?.length === 0) return new Map()
  const isWaiting = sql`${dueWork.failedAt} is null and ${dueWork.runAt} <= ${now.toISOString()}::timestamptz`
  const figures = {
    waiting: sql<number>`count(*) filter (where ${isWaiting})::int`,
    oldest: sql<string | null>`min(${dueWork.runAt}) filter (where ${isWaiting})`,
    givenUp: sql<number>`count(${dueWork.failedAt})::int`,
  }
  const rows = keys
    ? await db
        .select({ town: dueWork.town, ...figures })
        .from(dueWork)
        .where(inArray(dueWork.town, [...keys]))
        .groupBy(dueWork.town)
    : (await db.select(figures).from(dueWork)).map((row) => ({ town: '', ...row }))
  return new Map(rows.map(({ town, oldest, ...row }) => [town, { ...row, oldest: oldest ? new Date(oldest) : null }]))
}

export async function countTowns(db: Db): Promise<{ live: number; preview: number; others: number; failing: number }> {
  const [row] = await db
    .select({
      live: sql<number>`count(*) filter (where ${towns.live} and ${towns.member})::int`,
      preview: sql<number>`count(*) filter (where not ${towns.live} and ${towns.member})::int`,
      others: sql<number>`count(*) filter (where not ${towns.member})::int`,
      failing: sql<number>`count(*) filter (where ${towns.live} and ${conformance.isMet} = false)::int`,
    })
    .from(towns)
    .leftJoin(conformance, eq(conformance.town, towns.key))
  return row!
}

const MOST_GIVEN_UP = 50

/** What was given up for a town, newest first. */
export async function listGivenUp(db: Db, town: string) {
  const { kind, attempts, failedAt } = dueWork
  return db
    .select({ kind, attempts, failedAt })
    .from(dueWork)
    .where(and(eq(dueWork.town, town), isNotNull(failedAt)))
    .orderBy(desc(failedAt))
    .limit(MOST_GIVEN_UP)
}
