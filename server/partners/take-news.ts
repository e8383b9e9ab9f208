/** What a partner's system says of a report happens here too, once: the town decides what follows. */
import { type Ctx, inTransaction, type TxCtx } from '../context.ts'
import { acknowledgedAt, acknowledgeReport } from '../reports/acknowledge-report.ts'
import { recordEvent } from '../reports/record-event.ts'
import { returnFromPartner } from '../reports/return-from-partner.ts'
import { addNoteRow, holdReportRow, listEventRows, moveReportRow, type ReportRow } from '../reports/rows.ts'
import type { News } from './open311-client.ts'
import { meaningOf } from './partner-status.ts'
import { claimUpdate } from './rows.ts'

/** As much as a clerk may write. */
const MOST_WORDS = 4_000

type Told = { partner: string; number: number; reportId: string; news: News }

/** Taken before, nothing happens. */
export function takeNews(system: Ctx, { partner, number, reportId, news }: Told): Promise<void> {
  // What they say through their system they could have said by a link.
  const actor = { kind: 'outside', reportId, recipient: `partner/${partner}` } as const
  return inTransaction<void>({ ...system, actor }, async (ctx) => {
    const report = await holdReportRow(ctx, number)
    if (!(await claimUpdate(ctx, { partner, updateId: news.id, reportId }))) return
    const words = news.words.replaceAll('\u0000', '').slice(0, MOST_WORDS) || undefined
    const meaning = meaningOf(news.status)
    const isTheirs = report.status === 'with_partner'
    if (isTheirs && meaning.kind === 'back') {
      await returnFromPartner(ctx, { number, version: report.version, reason: meaning.reason, note: words })
      return
    }
    const isNew = isTheirs && meaning.kind === 'taken' && !acknowledgedAt(await listEventRows(ctx, reportId))
    const now = isNew ? await acknowledgeReport(ctx, { number, version: report.version }) : report
    if (words) await addWords(ctx, now, words)
  })
}

/** For the clerk alone: what of it is for everybody the town says itself. */
async function addWords(ctx: TxCtx, report: ReportRow, text: string): Promise<void> {
  const noteId = await addNoteRow(ctx, { reportId: report.id, authorId: null, text })
  const noted = await moveReportRow(ctx, report, report.version, {})
  await recordEvent(ctx, noted, 'noted', { noteId, partner: report.partner ?? undefined })
}
