/** A report as its reporter sees it by the secret link. */
import { type Ctx, inTransaction } from '../context.ts'
import { AppError } from '../errors.ts'
import { listPhotoRows, type PhotoRow } from '../photos/rows.ts'
import { hasObjected, lastEnd } from './after-the-end.ts'
import { type PublicReport, presentOwnTimeline, presentReport, type TimelineEntry } from './present.ts'
import { findScore } from './rating-rows.ts'
import {
  type EventRow,
  findContactRow,
  findReportRowByTracking,
  findTextRow,
  listEventRows,
  listNoteRows,
  type ReportRow,
  type TextRow,
} from './rows.ts'
import { isOpen } from './status.ts'
import { trackingHash } from './tracking-link.ts'

export type TrackedReport = {
  report: ReportRow
  own: TextRow | null
  /** Where the town writes to, not spelled out: whoever has the link is not told the address. */
  mailsTo: string | null
  shown: PublicReport
  /** The reporter's, and of the town's those everybody may see. */
  photos: PhotoRow[]
  timeline: TimelineEntry[]
  /** The open question, if the town waits for an answer. */
  question: { text: string; until: Date | null } | null
  /** When the time for an answer ended without one, if nothing has happened since. */
  expiredAt: Date | null
  /** How content the reporter is with the end, 1 to 5. */
  score: number | null
  /** Whether the reporter has objected to this end. */
  hasObjected: boolean
}

/** @throws gone when the link is unknown, revoked, or another town's */
export function trackReport(ctx: Ctx, token: string): Promise<TrackedReport> {
  return inTransaction(ctx, async (ctx) => {
    const report = await findReportRowByTracking(ctx, await trackingHash(token))
    if (!report) throw new AppError('gone', 'link_dead')
    const text = await findTextRow(ctx, report.id)
    const photos = await listPhotoRows(ctx, report.id)
    const contact = await findContactRow(ctx, report.id)
    const events = await listEventRows(ctx, report.id)
    const end = isOpen(report.status) ? null : lastEnd(events)
    const asked = report.status === 'question' ? events.find((event) => event.action === 'asked') : undefined
    const notes = asked ? await listNoteRows(ctx, report.id) : []
    const question = notes.find((note) => note.id === asked?.facts.noteId)
    return {
      report,
      own: text,
      mailsTo: contact?.email ? masked(contact.email) : null,
      shown: presentReport({ report, text, photos }),
      photos: photos.filter(({ isResult, visibility }) => !isResult || visibility === 'shown'),
      timeline: presentOwnTimeline(events),
      question: question ? { text: question.text, until: report.questionUntil } : null,
      expiredAt: expiryOf(report, events),
      score: end ? await findScore(ctx, report.id, end.version) : null,
      hasObjected: hasObjected(events),
    }
  })
}

function expiryOf(report: ReportRow, events: readonly EventRow[]): Date | null {
  const newest = events.find(({ action }) => action !== 'noted')
  return isOpen(report.status) && newest?.action === 'question_expired' ? newest.happenedAt : null
}

/** "a…@post.example": enough to recognise one's own, too little to learn somebody else's. */
function masked(email: string): string {
  const [name = '', domain = ''] = email.split('@')
  return `${name.slice(0, 1)}…@${domain}`
}
