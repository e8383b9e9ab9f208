/** What the reporter can still say once a report has ended: the window for it, and what has been said. */
import { conflict } from '../errors.ts'
import type { Action } from './record-event.ts'
import type { EventRow, ReportRow } from './rows.ts'
import { isOpen } from './status.ts'

/** Days after the end in which the reporter may object, and rate. */
const DAYS_TO_OBJECT = 28
const DAY_MS = 86_400_000
/** Whoever withdraws may think better of it. */
const MS_TO_RESUME = 30 * 60_000

const ENDS: readonly string[] = ['closed', 'declined', 'handed_over'] satisfies Action[]

/** The last event by which the town ended the report; `events` newest first. */
export const lastEnd = (events: readonly EventRow[]) => events.find(({ action }) => ENDS.includes(action)) ?? null

/** Until when the reporter may object; null while it is open or when it was not the town that ended it. */
export function objectUntil({ status, closedAt, closedReason, mergedInto }: ReportRow): Date | null {
  if (isOpen(status) || !closedAt || closedReason === 'withdrawn' || mergedInto) return null
  return new Date(closedAt.getTime() + DAYS_TO_OBJECT * DAY_MS)
}

/** @throws conflict `not_possible_now`, or `window_over` when the days are over */
export function requireWithinWindow(report: ReportRow, now: Date): void {
  const until = objectUntil(report)
  if (!until) throw conflict('not_possible_now', { status: report.status, number: report.number })
  if (until < now) throw conflict('window_over', { number: report.number })
}

/** One objection for each end. */
export function hasObjected(events: readonly EventRow[]): boolean {
  const end = lastEnd(events)
  return events.some(({ action, version }) => action === 'objected' && end !== null && version > end.version)
}

/** Until when a withdrawal can be taken back; null for any other end. */
export function resumeUntil({ closedReason, closedAt }: ReportRow): Date | null {
  return closedReason === 'withdrawn' && closedAt ? new Date(closedAt.getTime() + MS_TO_RESUME) : null
}
