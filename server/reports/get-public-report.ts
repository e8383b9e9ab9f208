/** One report as everybody may see it. */
import { type Ctx, inTransaction } from '../context.ts'
import { notFound } from '../errors.ts'
import { listPhotoRows } from '../photos/rows.ts'
import { countFollowerRows } from './follower-rows.ts'
import { type PublicReport, presentReport, presentTimeline, type TimelineEntry } from './present.ts'
import { findTextRow, getReportRow, getReportRowById, listEventRows } from './rows.ts'

export type PublicReportWithTimeline = PublicReport & {
  timeline: TimelineEntry[]
  /** People it concerns beside the reporter. */
  followers: number
  /** The public report that is worked on in its place. */
  mergedInto: number | null
}

/** @throws not_found also when it exists but is not public */
export function getPublicReport(ctx: Ctx, number: number): Promise<PublicReportWithTimeline> {
  return inTransaction(ctx, async (ctx) => {
    const report = await getReportRow(ctx, number)
    if (report.visibility !== 'shown') throw notFound('report_not_found')
    // Asked at once: none of them waits for another one's answer.
    const [text, photos, lead, events, followers] = await Promise.all([
      findTextRow(ctx, report.id),
      listPhotoRows(ctx, report.id),
      report.mergedInto ? getReportRowById(ctx, report.mergedInto) : null,
      listEventRows(ctx, report.id),
      countFollowerRows(ctx, report.id),
    ])
    return {
      ...presentReport({ report, text, photos }),
      timeline: presentTimeline(events),
      followers,
      mergedInto: lead?.visibility === 'shown' ? lead.number : null,
    }
  })
}
