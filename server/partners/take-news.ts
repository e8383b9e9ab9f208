/** What a partner's system says of a report happens here too, once: the town decides what follows. */
import { type Ctx, inTransaction, type TxCtx } from '../context.ts'
import { addSentPhotos } from '../photos/report-photos.ts'
import { acknowledgedAt, acknowledgeReport } from '../reports/acknowledge-report.ts'
import { recordEvent } from '../reports/record-event.ts'
import { returnFromPartner } from '../reports/return-from-partner.ts'
import { addNoteRow, holdReportRow, listEventRows, moveReportRow, type ReportRow } from '../reports/rows.ts'
import type { Pictured } from './fetch-photos.ts'
import type { News } from './open311-updates.ts'
import { meaningOf } from './partner-status.ts'
import { claimUpdate } from './rows.ts'

/** As much as a clerk may write. */
const MOST_WORDS = 4_000

type Told = { partner: string; number: number; reportId: string; news: News; pictured: Pictured | null }

/** Taken before, nothing happens. */
export function takeNews(system: Ctx, { partner, number, reportId, news, pictured }: Told): Promise<void> {
  // What they say through their system they could have said by a link.
  const actor = { kind: 'outside', reportId, recipient: `partner/${partner}` } as const
  return inTransaction<void>({ ...system, actor }, async (ctx) => {
    const report = await holdReportRow(ctx, number)
    if (!(await claimUpdate(ctx, { partner, updateId: news.id, reportId }))) return
    const text = news.words.replaceAll('\u0000', '').slice(0, MOST_WORDS)
    const words = [text, pictured?.missing].filter(Boolean).join('\n\n') || undefined
    const meaning = meaningOf(news.status)
    const isTheirs = report.status === 'with_partner'
    if (isTheirs && meaning.kind === 'back') {
      const { reason } = meaning
      const back = await returnFromPartner(ctx, { number, version: report.version, reason, note: words })
      await addPhotos(ctx, back, pictured)
      return
    }
    const isNew = isTheirs && meaning.kind === 'taken' && !acknowledgedAt(await listEventRows(ctx, reportId))
    const now = isNew ? await acknowledgeReport(ctx, { number, version: report.version }) : report
    await addPhotos(ctx, words ? await addWords(ctx, now, words) : now, pictured)
  })
}

/** For the clerk alone: what of it is for everybody the town says itself. */
async function addWords(ctx: TxCtx, report: ReportRow, text: string): Promise<ReportRow> {
  const noteId = await addNoteRow(ctx, { reportId: report.id, authorId: null, text })
  const noted = await moveReportRow(ctx, report, report.version, {})
  await recordEvent(ctx, noted, 'noted', { noteId, partner: report.partner ?? undefined })
  return noted
}

/** Of the result; for the clerk alone, until one releases them. */
async function addPhotos(ctx: TxCtx, report: ReportRow, pictured: Pictured | null): Promise<void> {
  if (!pictured || pictured.photos.length === 0) return
  const added = await addSentPhotos(ctx, report, { kept: pictured.photos, isResult: true })
  if (added.length === 0) return
  const moved = await moveReportRow(ctx, report, report.version, {})
  for (const [step, photoId] of added.entries()) await recordEvent(ctx, moved, 'photo_added', { photoId }, step)
}
