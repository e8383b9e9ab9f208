/** Reports as another system follows them: whatever is public or not, by their last change. */
import { and, asc, eq, gt, gte, inArray, or } from 'drizzle-orm'
import { reports, reportTexts, type Status } from '../../db/schema/reports.ts'
import type { TxCtx } from '../context.ts'
import type { Place } from './cursor.ts'
import type { ReportWithText } from './public-rows.ts'

export type DeskFilter = {
  /** Null: of the whole town. */
  department: string | null
  statuses?: readonly Status[] | undefined
  /** Changed at or after. */
  since?: Date | undefined
}

/** What changed longest ago comes first: a report that changes while somebody pages is met again, never missed. */
export function listDeskRows(
  ctx: TxCtx,
  { department, statuses, since }: DeskFilter,
  { after, limit }: { after?: Place | undefined; limit: number },
): Promise<ReportWithText[]> {
  return ctx.db
    .select({ report: reports, text: reportTexts })
    .from(reports)
    .leftJoin(reportTexts, and(eq(reportTexts.town, reports.town), eq(reportTexts.reportId, reports.id)))
    .where(
      and(
        eq(reports.town, ctx.town.key),
        department === null ? undefined : eq(reports.department, department),
        statuses && inArray(reports.status, [...statuses]),
        since && gte(reports.changedAt, since),
        after &&
          or(gt(reports.changedAt, after.at), and(eq(reports.changedAt, after.at), gt(reports.number, after.number))),
      ),
    )
    .orderBy(asc(reports.changedAt), asc(reports.number))
    .limit(limit)
}
