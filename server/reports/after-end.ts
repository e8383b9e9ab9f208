/** What a reporter can still say once a report is over: within four weeks, about this very end. */
import type { TxCtx } from '../context.ts'
import { conflict } from '../errors.ts'
import { type EventRow, listEventRows, type ReportRow } from './rows.ts'

const DAY_MS = 86_400_000
export const OBJECT_WITHIN_MS = 28 * DAY_MS
export const UNDO_WITHDRAWAL_MS = 30 * 60_000

const ENDS = ['closed', 'declined', 'handed_over', 'withdrawn', 'merged']

/** Facts of the end, from the history newest first. Null while the report is open. */
export function endOf(report: ReportRow, events: readonly EventRow[]) {
  if (!report.closedAt) return null
  const index = events.findIndex(({ action }) => ENDS.includes(action))
  const since = index === -1 ? [] : events.slice(0, index)
  const isOwn = report.mergedInto === null && report.closedReason !== 'withdrawn'
  return {
    /** The report's version at its end. */
    version: events[index]?.version ?? report.version,
    /** Neither taken back by the reporter nor worked on elsewhere. */
    isOwn,
    until: new Date(report.closedAt.getTime() + OBJECT_WITHIN_MS),
    hasObjected: since.some(({ action }) => action === 'objected'),
    score: since.find(({ action }) => action === 'rated')?.facts.score ?? null,
  }
}

export type End = NonNullable<ReturnType<typeof endOf>>

/** The end its reporter can still speak about. @throws conflict `not_possible_now`, `objection_over` */
export async function getOpenEnd(ctx: TxCtx, report: ReportRow): Promise<End> {
  const end = endOf(report, await listEventRows(ctx, report.id))
  if (!end?.isOwn) throw conflict('not_possible_now', { number: report.number })
  if (end.until <= ctx.now()) throw conflict('objection_over')
  return end
}
