/** A report as its reporter sees it by the secret link. */
import { type Ctx, inTransaction } from '../context.ts'
import { AppError } from '../errors.ts'
import { listPhotoRows, type PhotoRow } from '../photos/rows.ts'
import { type ErasureRow, listErasureRows } from '../retention/erasure-rows.ts'
import { type End, endOf } from './after-end.ts'
import { type PublicReport, presentReport, presentTimeline, type TimelineEntry } from './present.ts'
import {
  type EventRow,
  findContactRow,
  findReportRowByTracking,
  findTextRow,
  getReportRowById,
  listEventRows,
  listNoteRows,
  type ReportRow,
  type TextRow,
} from './rows.ts'
import { stopToken } from './stop-link.ts'
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
  /** The last thing to happen was that the time for an answer ran out. */
  isQuestionOver: boolean
  /** The report that is worked on in its place: its status and history are this one's. */
  lead: ReportRow | null
  /** What can still be said about its end. */
  end: End | null
  /** What was erased and why, newest first. */
  erasures: ErasureRow[]
  /** Of `{base}/abmelden/…`; null without an address. */
  stopToken: string | null
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
    const asked = report.status === 'question' ? events.find((event) => event.action === 'asked') : undefined
    const notes = asked ? await listNoteRows(ctx, report.id) : []
    const lead = report.mergedInto ? await getReportRowById(ctx, report.mergedInto) : null
    const question = notes.find((note) => note.id === asked?.facts.noteId)
    return {
      report,
      own: text,
      mailsTo: contact?.email ? masked(contact.email) : null,
      shown: presentReport({ report, text, photos }),
      photos: photos.filter(({ isResult, visibility }) => !isResult || visibility === 'shown'),
      timeline: lead ? joined(events, await listEventRows(ctx, lead.id)) : presentTimeline(events),
      question: question ? { text: question.text, until: report.questionUntil } : null,
      isQuestionOver: events[0]?.action === 'question_expired',
      lead,
      end: endOf(report, events),
      erasures: await listErasureRows(ctx, report.id),
      stopToken: contact?.email ? await stopToken(ctx, report) : null,
    }
  })
}

/** The own history and what the lead's has beside it, newest first. */
function joined(own: readonly EventRow[], leads: readonly EventRow[]): TimelineEntry[] {
  const others = presentTimeline(leads).filter(({ action }) => action !== 'submitted')
  return [...presentTimeline(own), ...others].sort((a, b) => b.at.getTime() - a.at.getTime())
}

/** "a…@post.example": enough to recognise one's own, too little to learn somebody else's. */
export function masked(email: string): string {
  const [name = '', domain = ''] = email.split('@')
  return `${name.slice(0, 1)}…@${domain}`
}
