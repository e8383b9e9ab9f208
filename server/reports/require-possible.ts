import { conflict } from '../errors.ts'
import type { ReportRow } from './rows.ts'
import { can, type StatusVerb } from './status.ts'

/**
 * @throws conflict `changed_meanwhile` when somebody was faster (which explains more than "not possible"),
 * conflict `not_possible_now` when the life of a report has no such step
 */
export function requirePossible(verb: StatusVerb, report: ReportRow, seen: number): void {
  requireSeen(report, seen)
  if (!can(verb, report.status)) throw conflict('not_possible_now', { status: report.status, number: report.number })
}

/** @throws conflict `changed_meanwhile` when somebody was faster */
export function requireSeen({ version, number }: Pick<ReportRow, 'version' | 'number'>, seen: number): void {
  if (version !== seen) throw conflict('changed_meanwhile', { seen, number })
}
