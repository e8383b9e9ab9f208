/** Queries of the clerks' queue: by department, view and words. */
import { and, asc, desc, eq, inArray, isNotNull, type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { reports, reportTexts } from '../../db/schema/reports.ts'
import type { TxCtx } from '../context.ts'
import { inTexts, numberIn, type ReportWithText } from './public-rows.ts'
import { CLOSED, OPEN } from './status.ts'

export const VIEWS = ['new', 'mine', 'due', 'waiting', 'objections', 'open', 'closed'] as const
export type View = (typeof VIEWS)[number]

/** Whose queue: the departments a person works for, narrowed to one if asked. */
export type Scope = { personId: string; departments: 'all' | string[]; department?: string | undefined }
type Wanted = { view: View; q?: string | undefined }
export type QueueFilter = Wanted & { limit: number; offset: number }

/** Work to be done is read oldest deadline first, what is over newest first. */
export async function listQueueRows(ctx: TxCtx, scope: Scope, filter: QueueFilter): Promise<ReportWithText[]> {
  return inOrder(ctx, scope, { ...filter, reads: 'on' }).offset(filter.offset)
}

/** A place in the order of a queue; `isInclusive` when the report there belongs to what follows. */
export type QueuePlace = { at: Date; number: number; isInclusive: boolean }
export type QueueStretch = Wanted & {
  /** On from the place, or from there back: then the nearest row comes first. */
  reads: 'on' | 'back'
  from?: QueuePlace | undefined
  limit: number
}

/** A stretch of the queue from a place in it, which need not be one of its own reports. */
export async function listQueueStretch(ctx: TxCtx, scope: Scope, stretch: QueueStretch): Promise<ReportWithText[]> {
  return inOrder(ctx, scope, stretch)
}

/** By what a view is sorted before the number. */
export const sortedBy = (view: View) => (view === 'closed' ? 'changedAt' : 'answerDueAt')
/** What is over is read newest first. */
export const isDescending = (view: View) => view === 'closed'

function inOrder(ctx: TxCtx, scope: Scope, { reads, from, limit, ...wanted }: QueueStretch) {
  const at = reports[sortedBy(wanted.view)]
  const isDown = isDescending(wanted.view) !== (reads === 'back')
  const order = isDown ? desc : asc
  return ctx.db
    .select({ report: reports, text: reportTexts })
    .from(reports)
    .leftJoin(reportTexts, ownText)
    .where(and(within(ctx, scope), found(ctx, scope, wanted), from && beyond(at, from, isDown)))
    .orderBy(order(at), order(reports.number))
    .limit(limit)
}

function beyond(column: SQLWrapper, { at, number, isInclusive }: QueuePlace, isDown: boolean): SQL {
  const operator = sql.raw(`${isDown ? '<' : '>'}${isInclusive ? '=' : ''}`)
  return sql`(${column}, ${reports.number}) ${operator} (${at.toISOString()}::timestamptz, ${number}::int)`
}

export async function countQueueRows(ctx: TxCtx, scope: Scope, filter: Wanted): Promise<number> {
  const [row] = await ctx.db
    .select({ total: sql<number>`count(*)::int` })
    .from(reports)
    .leftJoin(reportTexts, ownText)
    .where(and(within(ctx, scope), found(ctx, scope, filter)))
  return row!.total
}

/** How many reports each view holds. */
export async function countViews(ctx: TxCtx, scope: Scope): Promise<Record<View, number>> {
  const countOf = (view: View) => sql<number>`(count(*) filter (where ${viewOf(ctx, scope, view)}))::int`
  const [counts] = await ctx.db
    .select({
      new: countOf('new'),
      mine: countOf('mine'),
      due: countOf('due'),
      waiting: countOf('waiting'),
      objections: countOf('objections'),
      open: countOf('open'),
      closed: countOf('closed'),
    })
    .from(reports)
    .where(within(ctx, scope))
  return counts!
}

const ownText = and(eq(reportTexts.town, reports.town), eq(reportTexts.reportId, reports.id))

function within(ctx: TxCtx, { departments, department }: Scope): SQL | undefined {
  return and(
    eq(reports.town, ctx.town.key),
    departments === 'all' ? undefined : inArray(reports.department, departments),
    department ? eq(reports.department, department) : undefined,
  )
}

function found(ctx: TxCtx, scope: Scope, { view, q }: Wanted): SQL | undefined {
  const number = q ? numberIn(q) : null
  // Who looks for a number wants that report, wherever it stands.
  if (number) return eq(reports.number, number)
  return and(viewOf(ctx, scope, view), q ? inTexts(q) : undefined)
}

/** Soon due: within this time, or already over. */
const SOON_MS = 2 * 86_400_000

function viewOf(ctx: TxCtx, { personId }: Scope, view: View): SQL | undefined {
  switch (view) {
    case 'new':
      return eq(reports.status, 'received')
    case 'mine':
      return and(eq(reports.clerkId, personId), inArray(reports.status, [...OPEN]))
    case 'due': {
      const soon = new Date(ctx.now().getTime() + SOON_MS).toISOString()
      return and(
        inArray(reports.status, ['received', 'in_progress']),
        sql`${reports.answerDueAt} < ${soon}::timestamptz`,
      )
    }
    case 'waiting':
      return inArray(reports.status, ['question', 'with_partner', 'scheduled'])
    case 'objections':
      return isNotNull(reports.objectionAt)
    case 'open':
      return inArray(reports.status, [...OPEN])
    case 'closed':
      return inArray(reports.status, [...CLOSED])
  }
}
