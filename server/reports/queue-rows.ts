/** Queries of the clerks' queue: by department, view and words. */
import {
  and,
  asc,
  count,
  desc,
  eq,
  exists,
  gt,
  inArray,
  isNotNull,
  isNull,
  max,
  or,
  type SQL,
  type SQLWrapper,
  sql,
} from 'drizzle-orm'
import { contentNotices, reportContacts, reports, reportTexts } from '../../db/schema/reports.ts'
import type { TxCtx } from '../context.ts'
import { CELL, type CellRow, cellsOf, type Grid, inTexts, numberIn, type ReportWithText } from './public-rows.ts'
import { CLOSED, OPEN } from './status.ts'
import { addWorkingDays, SOON_DAYS } from './working-days.ts'

export const VIEWS = ['new', 'mine', 'due', 'waiting', 'objections', 'notices', 'open', 'closed'] as const
export type View = (typeof VIEWS)[number]
/** By deadline, by arrival, by last change; without a wish each view has its own order. */
export const SORTS = ['due', 'newest', 'changed'] as const
export type Sort = (typeof SORTS)[number]

/** Whose queue: the departments a person works for, narrowed to one if asked. */
export type Scope = { personId: string; departments: 'all' | string[]; department?: string | undefined }
export type Wanted = {
  view: View
  q?: string | undefined
  category?: string | undefined
  district?: string | undefined
  isUrgent?: boolean | undefined
  sort?: Sort | undefined
}
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
export const sortedBy = (view: View, sort?: Sort) => COLUMN[sort ?? (view === 'closed' ? 'changed' : 'due')]
/** What is over is read newest first. */
export const isDescending = (view: View, sort?: Sort) => sortedBy(view, sort) !== 'answerDueAt'
const COLUMN = { due: 'answerDueAt', newest: 'receivedAt', changed: 'changedAt' } as const

function inOrder(ctx: TxCtx, scope: Scope, { reads, from, limit, ...wanted }: QueueStretch) {
  const at = reports[sortedBy(wanted.view, wanted.sort)]
  const isDown = isDescending(wanted.view, wanted.sort) !== (reads === 'back')
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

/** How many reports each view holds. What is closed grows for years and is counted from the index alone. */
export async function countViews(ctx: TxCtx, scope: Scope): Promise<Record<View, number>> {
  const countOf = (view: View) => sql<number>`(count(*) filter (where ${viewOf(ctx, scope, view)}))::int`
  const [open] = await ctx.db
    .select({
      new: countOf('new'),
      mine: countOf('mine'),
      due: countOf('due'),
      waiting: countOf('waiting'),
      open: countOf('open'),
    })
    .from(reports)
    .where(and(within(ctx, scope), inArray(reports.status, [...OPEN])))
  const [closed] = await ctx.db
    .select({ total: count() })
    .from(reports)
    .where(and(within(ctx, scope), viewOf(ctx, scope, 'closed')))
  return {
    ...open!,
    objections: await countObjections(ctx, scope),
    notices: await countNoticed(ctx, scope),
    closed: closed!.total,
  }
}

/** Few in a town: found by their own index, and only then held against the departments. */
async function countObjections(ctx: TxCtx, scope: Scope): Promise<number> {
  const [row] = await ctx.db
    .select({ total: sql<number>`(count(*) filter (where ${within(ctx, scope)}))::int` })
    .from(reports)
    .where(and(eq(reports.town, ctx.town.key), isNotNull(reports.objectionAt)))
  return row!.total
}

/** The same: by the notices that wait. */
async function countNoticed(ctx: TxCtx, scope: Scope): Promise<number> {
  const [row] = await ctx.db
    .select({ total: sql<number>`count(*)::int` })
    .from(reports)
    .where(and(within(ctx, scope), hasNotice(ctx)))
  return row!.total
}

function hasNotice(ctx: TxCtx): SQL {
  const { town, reportId, decidedAt } = contentNotices
  const waiting = ctx.db
    .select({ reportId })
    .from(contentNotices)
    .where(and(eq(town, ctx.town.key), isNull(decidedAt)))
  return inArray(reports.id, waiting)
}

/** Changes looked through: more in a town since a page was opened is no news but a move. */
const MOST_CHANGED = 1000

/** How many reports are new in these departments since then, and when anything in them changed last; one index scan. */
export async function readNewsRows(
  ctx: TxCtx,
  { departments, department }: Scope,
  since: Date,
): Promise<{ fresh: number; changedAt: Date | null }> {
  const recent = ctx.db
    .select({ department: reports.department, status: reports.status, changedAt: reports.changedAt })
    .from(reports)
    .where(and(eq(reports.town, ctx.town.key), gt(reports.changedAt, since)))
    .orderBy(desc(reports.changedAt))
    .limit(MOST_CHANGED)
    .as('recent')
  const [row] = await ctx.db
    .select({
      fresh: sql<number>`(count(*) filter (where ${recent.status} = 'received'))::int`,
      changedAt: max(recent.changedAt),
    })
    .from(recent)
    .where(
      and(
        departments === 'all' ? undefined : inArray(recent.department, departments),
        department ? eq(recent.department, department) : undefined,
      ),
    )
  return row!
}

/** The reports of a filter that have a place; `numbers` narrows to these. */
export async function listQueuePinRows(
  ctx: TxCtx,
  scope: Scope,
  { limit, numbers, ...wanted }: Wanted & { limit: number; numbers?: number[] },
): Promise<ReportWithText[]> {
  return ctx.db
    .select({ report: reports, text: reportTexts })
    .from(reports)
    .leftJoin(reportTexts, ownText)
    .where(and(placed(ctx, scope, wanted), numbers && inArray(reports.number, numbers)))
    .orderBy(reports.number)
    .limit(limit)
}

/** The same, counted by the cells of a grid, fullest first. */
export async function listQueueCellRows(
  ctx: TxCtx,
  scope: Scope,
  { grid, ...wanted }: Wanted & { grid: Grid },
): Promise<CellRow[]> {
  return ctx.db
    .select(CELL)
    .from(reports)
    .leftJoin(reportTexts, ownText)
    .where(placed(ctx, scope, wanted))
    .groupBy(...cellsOf(grid))
    .orderBy(sql`count(*) desc`)
    .limit(grid.most)
}

function placed(ctx: TxCtx, scope: Scope, wanted: Wanted): SQL | undefined {
  return and(within(ctx, scope), found(ctx, scope, wanted), isNotNull(reports.lat))
}

const ownText = and(eq(reportTexts.town, reports.town), eq(reportTexts.reportId, reports.id))

function within(ctx: TxCtx, { departments, department }: Scope): SQL | undefined {
  return and(
    eq(reports.town, ctx.town.key),
    departments === 'all' ? undefined : inArray(reports.department, departments),
    department ? eq(reports.department, department) : undefined,
  )
}

function found(ctx: TxCtx, scope: Scope, { view, q, category, district, isUrgent }: Wanted): SQL | undefined {
  const number = q ? numberIn(q) : null
  // Who looks for a number wants that report, wherever it stands.
  if (number) return eq(reports.number, number)
  return and(
    viewOf(ctx, scope, view),
    category ? eq(reports.category, category) : undefined,
    district ? eq(reports.district, district) : undefined,
    isUrgent ? eq(reports.priority, 'urgent') : undefined,
    q ? or(inTexts(q), ofReporter(ctx, q)) : undefined,
  )
}

/** Shorter ones are no phone number. */
const PHONE_DIGITS = 6
const digitsOf = (text: string) => text.replace(/^\s*\+\s*49/, '0').replace(/\D/g, '')

/** Whoever wrote it, by the exact address, name or phone number: a part of one is no way to look for people. */
function ofReporter(ctx: TxCtx, q: string): SQL | undefined {
  const { town, reportId, email, name, phone } = reportContacts
  const digits = /^[\d\s+/()-]+$/.test(q) ? digitsOf(q) : ''
  const phoneDigits = sql`regexp_replace(regexp_replace(${phone}, '^\\s*\\+\\s*49', '0'), '\\D', '', 'g')`
  return exists(
    ctx.db
      .select({ town })
      .from(reportContacts)
      .where(
        and(
          eq(town, reports.town),
          eq(reportId, reports.id),
          or(
            eq(sql`lower(${email})`, q.toLowerCase()),
            eq(sql`lower(${name})`, q.toLowerCase()),
            digits.length >= PHONE_DIGITS ? eq(phoneDigits, digits) : undefined,
          ),
        ),
      ),
  )
}

function viewOf(ctx: TxCtx, { personId }: Scope, view: View): SQL | undefined {
  switch (view) {
    case 'new':
      return eq(reports.status, 'received')
    case 'mine':
      return and(eq(reports.clerkId, personId), inArray(reports.status, [...OPEN]))
    case 'due': {
      const soon = addWorkingDays(ctx.now(), SOON_DAYS, ctx.town).toISOString()
      return or(
        and(inArray(reports.status, ['received', 'in_progress']), sql`${reports.answerDueAt} < ${soon}::timestamptz`),
        and(eq(reports.status, 'scheduled'), sql`${reports.scheduledFor} < ${soon}::timestamptz`),
      )
    }
    case 'waiting':
      return inArray(reports.status, ['question', 'with_partner', 'scheduled'])
    case 'objections':
      return isNotNull(reports.objectionAt)
    case 'notices':
      return hasNotice(ctx)
    case 'open':
      return inArray(reports.status, [...OPEN])
    case 'closed':
      return inArray(reports.status, [...CLOSED])
  }
}
