/** What a report was when an event had happened: a repeat says the same as the first try. */
import type { Status } from '../../db/schema/reports.ts'
import { withoutUndone } from '../reports/present.ts'
import type { EventRow, ReportRow } from '../reports/rows.ts'
import { CLOSED, OPEN, publicStatus } from '../reports/status.ts'

export type ReportState = { status: Exclude<Status, 'question'>; category: string; department: string }

const STATUSES: readonly string[] = [...OPEN, ...CLOSED]

/** @param history of the report, newest first; what lies farther back than it reaches is as it is today */
export function stateAt(report: ReportRow, history: readonly EventRow[], version: number): ReportState {
  const until = withoutUndone(history.filter((event) => event.version <= version))
  const newest = (find: (event: EventRow) => string | undefined) => until.map(find).find((found) => found !== undefined)
  const status = newest(({ facts }) => (facts.to && STATUSES.includes(facts.to) ? facts.to : undefined))
  return {
    status: publicStatus((status as Status | undefined) ?? report.status),
    category: newest(({ facts }) => facts.category) ?? report.category,
    department: newest(({ facts }) => facts.department) ?? report.department,
  }
}
