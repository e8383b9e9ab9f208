/** Events of many public reports at once. Every query carries the town and `shown`, or whose own reports they are. */
import { and, asc, desc, eq, gte, inArray, lte, or, sql } from 'drizzle-orm'
import { events } from '../../db/schema/events.ts'
import { reports } from '../../db/schema/reports.ts'
import type { TxCtx } from '../context.ts'
import type { Action } from './record-event.ts'
import type { EventRow, ReportRow } from './rows.ts'

/** A report has tens of events; the limit only bounds the worst case. */
const MOST_EVENTS_EACH = 100

const ofReport = and(eq(events.town, reports.town), eq(events.reportId, reports.id))
const filedBy = (keyId: string) => sql`exists (select 1 from ${events} as filing where filing.town = ${reports.town}
  and filing.report_id = ${reports.id} and filing.action = 'submitted' and filing.actor_id = ${keyId})`
const shown = (ctx: TxCtx) => and(eq(reports.town, ctx.town.key), eq(reports.visibility, 'shown'))

/**
 * By the reports' numbers, newest first.
 * @param which `answers`: only what carries words of the town, and what was taken back
 */
export async function listPublicEventRows(
  ctx: TxCtx,
  numbers: readonly number[],
  which: 'all' | 'answers',
): Promise<Map<number, EventRow[]>> {
  const found = new Map<number, EventRow[]>()
  if (numbers.length === 0) return found
  const withWords = or(eq(events.action, 'undone'), sql`${events.facts} ->> 'answer' is not null`)
  const rows = await ctx.db
    .select({ number: reports.number, event: events })
    .from(reports)
    .innerJoin(events, ofReport)
    .where(and(shown(ctx), inArray(reports.number, [...numbers]), which === 'answers' ? withWords : undefined))
    .orderBy(desc(events.version), desc(events.step))
    .limit(MOST_EVENTS_EACH * numbers.length)
  for (const { number, event } of rows) {
    const own = found.get(number)
    if (own) own.push(event)
    else found.set(number, [event])
  }
  return found
}

export type Span = { from: Date; until: Date }
export type UpdateRow = { event: EventRow; report: ReportRow }

type Wanted = Span & {
  actions: readonly Action[]
  /** Of the system that asks: what it filed itself it may follow, whether or not everybody may. */
  keyId: string | null
}

/** What happened in the span, both ends included, without what was taken back; oldest first. */
export function listUpdateRows(
  ctx: TxCtx,
  { from, until, actions, keyId }: Wanted,
  { limit, offset }: { limit: number; offset: number },
): Promise<UpdateRow[]> {
  const isUndone = sql`exists (select 1 from ${events} as undoing where undoing.town = ${events.town}
    and undoing.report_id = ${events.reportId} and undoing.action = 'undone'
    and undoing.facts ->> 'event' = ${events.id}::text)`
  return ctx.db
    .select({ event: events, report: reports })
    .from(events)
    .innerJoin(reports, ofReport)
    .where(
      and(
        eq(events.town, ctx.town.key),
        keyId === null ? shown(ctx) : or(shown(ctx), filedBy(keyId)),
        gte(events.happenedAt, from),
        lte(events.happenedAt, until),
        inArray(events.action, [...actions]),
        sql`not ${isUndone}`,
      ),
    )
    .orderBy(asc(events.happenedAt), asc(events.version), asc(events.step), asc(events.id))
    .limit(limit)
    .offset(offset)
}
