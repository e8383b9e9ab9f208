/** Everything that is kept about a reporter's own report, for its reporter (Art. 15 GDPR). */
import { type Ctx, inTransaction } from '../context.ts'
import { requireReporterOf } from '../people/permissions.ts'
import { listPhotoRows, type PhotoRow } from '../photos/rows.ts'
import { presentTimeline, type TimelineEntry } from '../reports/present.ts'
import {
  type ContactRow,
  findContactRow,
  findTextRow,
  getReportRow,
  listEventRows,
  listNoteRows,
  type ReportRow,
  type TextRow,
} from '../reports/rows.ts'
import type { Input } from './erase-own.ts'
import { type ErasureRow, listErasureRows } from './erasure-rows.ts'

export type OwnData = {
  report: ReportRow
  text: TextRow | null
  contact: ContactRow | null
  photos: PhotoRow[]
  timeline: TimelineEntry[]
  /** What the reporter wrote later, and what the town asked, oldest first. */
  messages: { at: Date; from: 'reporter' | 'town'; text: string }[]
  /** 1 to 5, oldest first. */
  ratings: { at: Date; score: number }[]
  erasures: ErasureRow[]
}

/** @throws not_found for anybody but the reporter */
export function readOwnData(ctx: Ctx, { number }: Input): Promise<OwnData> {
  return inTransaction(ctx, async (ctx) => {
    const report = await getReportRow(ctx, number)
    requireReporterOf(ctx, report.id)
    const events = await listEventRows(ctx, report.id)
    const notes = new Map((await listNoteRows(ctx, report.id)).map(({ id, text }) => [id, text]))
    const oldestFirst = events.toReversed()
    return {
      report,
      text: await findTextRow(ctx, report.id),
      contact: await findContactRow(ctx, report.id),
      photos: (await listPhotoRows(ctx, report.id)).filter(({ isResult }) => !isResult),
      timeline: presentTimeline(oldestFirst),
      messages: oldestFirst.flatMap(({ actorKind, action, facts, happenedAt: at }) => {
        const text = facts.noteId && notes.get(facts.noteId)
        if (!text || (actorKind !== 'reporter' && action !== 'asked')) return []
        return [{ at, from: actorKind === 'reporter' ? ('reporter' as const) : ('town' as const), text }]
      }),
      ratings: oldestFirst.flatMap(({ facts: { score }, happenedAt: at }) => (score ? [{ at, score }] : [])),
      erasures: await listErasureRows(ctx, report.id),
    }
  })
}
