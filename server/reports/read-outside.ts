/** A report as somebody outside sees it by a link: as far as the work needs, and no further. */
import { type Ctx, inTransaction, type OutsideRecipient, type TxCtx } from '../context.ts'
import { AppError } from '../errors.ts'
import { listPhotoRows, type PhotoRow } from '../photos/rows.ts'
import { acknowledgedAt } from './acknowledge-report.ts'
import { findLinkRowByHash, type LinkRow } from './link-rows.ts'
import { linkState, outsideHash } from './outside-link.ts'
import { presentTimeline, type TimelineEntry } from './present.ts'
import { findTextRow, getReportRowById, listEventRows, listNoteRows, type ReportRow, type TextRow } from './rows.ts'
import { isOpen } from './status.ts'

export type OutsideReport = {
  report: ReportRow
  recipient: OutsideRecipient
  expiresAt: Date
  /** Null once the report is closed: nobody has to act on it any more. */
  text: TextRow | null
  /** None once it is closed, as with the text. Hidden ones too: hiding is about strangers, not about the work. */
  photos: PhotoRow[]
  /** What the town wrote to the partner. */
  instruction: string | null
  acknowledgedAt: Date | null
  /** The public history, newest first, each with the version it made. */
  timeline: (TimelineEntry & { version: number })[]
}

/** @throws not_found `link_unknown`; gone `link_revoked` or `link_expired` */
export function readOutside(ctx: Ctx, token: string): Promise<OutsideReport> {
  return inTransaction(ctx, async (ctx) => {
    const link = await getLiveLink(ctx, token)
    const report = await getReportRowById(ctx, link.reportId)
    const events = await listEventRows(ctx, report.id)
    const given = events.find(({ action }) => action === 'partner_involved')
    const isPartner = link.recipient !== 'town_hall'
    const notes = isPartner && given?.facts.noteId ? await listNoteRows(ctx, report.id) : []
    const photos = isOpen(report.status) ? await listPhotoRows(ctx, report.id) : []
    return {
      report,
      recipient: link.recipient,
      expiresAt: link.expiresAt,
      text: isOpen(report.status) ? await findTextRow(ctx, report.id) : null,
      photos,
      instruction: notes.find(({ id }) => id === given?.facts.noteId)?.text ?? null,
      acknowledgedAt: acknowledgedAt(events),
      timeline: events.flatMap((event) =>
        presentTimeline([event]).map((entry) => ({ ...entry, version: event.version })),
      ),
    }
  })
}

async function getLiveLink(ctx: TxCtx, token: string): Promise<LinkRow> {
  const link = await findLinkRowByHash(ctx, await outsideHash(token))
  if (!link) throw new AppError('not_found', 'link_unknown')
  const state = linkState(ctx, link)
  if (state !== 'live') throw new AppError('gone', state === 'expired' ? 'link_expired' : 'link_revoked')
  return link
}
