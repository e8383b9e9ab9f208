/** One report with everything a clerk needs to act on it, on one page. */
import { z } from 'zod'
import { type Ctx, inTransaction, type TxCtx } from '../context.ts'
import { forbidden } from '../errors.ts'
import { listKeyNames } from '../keys/rows.ts'
import { type FailedDelivery, listFailedDeliveryRows } from '../notifications/rows.ts'
import { listSilentFeeds } from '../partners/rows.ts'
import { departmentsOf, mayRoute, mayWorkIn, requireStaff } from '../people/permissions.ts'
import { listColleagueRows, listPersonNames } from '../people/rows.ts'
import { listPhotoRows, type PhotoRow } from '../photos/rows.ts'
import { type ErasureRow, listErasureRows } from '../retention/erasure-rows.ts'
import { acknowledgedAt } from './acknowledge-report.ts'
import { actionsFor, type ClerkAction } from './actions.ts'
import { ReportNumber } from './inputs.ts'
import { findNewestLinkRow } from './link-rows.ts'
import { listMergedRows } from './merge-rows.ts'
import { listOpenNoticeRows, type NoticeRow } from './notice-rows.ts'
import { linkState } from './outside-link.ts'
import {
  type ContactRow,
  type EventRow,
  findContactRow,
  findTextRow,
  getReportRow,
  listEventRows,
  listNearbyRows,
  listNoteRows,
  type NoteRow,
  type ReportRow,
  type TextRow,
} from './rows.ts'
import { isOpen } from './status.ts'

export const ReadReport = z.object({ number: ReportNumber })

export type ReportForClerk = {
  report: ReportRow
  text: TextRow | null
  contact: ContactRow | null
  photos: PhotoRow[]
  events: EventRow[]
  notes: Map<string, NoteRow>
  /** Names by the id of a person or of a system's key, for history and assignment. */
  names: Map<string, string>
  colleagues: { id: string; name: string }[]
  nearby: ReportRow[]
  /** Ids of those nearby whose reporter can be written to. */
  reachable: Set<string>
  /** Numbers of what was merged into it. */
  absorbed: number[]
  /** The link somebody outside has now, unless it was taken back. */
  link: { recipient: string; since: Date; until: Date; isOver: boolean; acknowledgedAt: Date | null } | null
  /** Mails that were given up. */
  undelivered: FailedDelivery[]
  /** Partners whose system has it and does not answer. */
  silent: { partner: string; failure: string | null }[]
  /** What was erased and why, newest first. */
  erasures: ErasureRow[]
  /** Complaints about what is public, that nobody has decided. */
  notices: NoticeRow[]
  actions: ClerkAction[]
}

/** @throws not_found for a clerk of another town, forbidden `other_department` for one of another department */
export function readReport(ctx: Ctx, input: z.infer<typeof ReadReport>): Promise<ReportForClerk> {
  return inTransaction(ctx, async (ctx) => {
    requireStaff(ctx)
    const report = await getReportRow(ctx, input.number)
    if (!mayWorkIn(ctx, report.department)) throw forbidden('other_department')
    const contact = await findContactRow(ctx, report.id)
    const events = await listEventRows(ctx, report.id)
    const nearby = await listNearbyRows(ctx, report, mayRoute(ctx) ? 'all' : departmentsOf(ctx))
    return {
      report,
      contact,
      events,
      text: await findTextRow(ctx, report.id),
      photos: await listPhotoRows(ctx, report.id),
      notes: new Map((await listNoteRows(ctx, report.id)).map((note) => [note.id, note])),
      names: await namesIn(ctx, report, events),
      colleagues: await listColleagueRows(ctx, report.department),
      nearby,
      reachable: await reachableOf(ctx, nearby),
      absorbed: (await listMergedRows(ctx, report.id)).map(({ number }) => number),
      link: await linkOut(ctx, report, events),
      notices: await listOpenNoticeRows(ctx, report.id),
      undelivered: await listFailedDeliveryRows(ctx, report.id),
      silent: await listSilentFeeds(ctx, report.id),
      erasures: await listErasureRows(ctx, report.id),
      actions: actionsFor(ctx, report, contact),
    }
  })
}

async function namesIn(ctx: TxCtx, report: ReportRow, events: EventRow[]): Promise<Map<string, string>> {
  const isId = (id: string | null | undefined): id is string => Boolean(id)
  const bySystem = events.filter(({ actorKind }) => actorKind === 'key')
  const people = events.filter(({ actorKind }) => actorKind !== 'key').map(({ actorId }) => actorId)
  const named = [...people, ...events.map(({ facts }) => facts.clerkId), report.clerkId].filter(isId)
  const systems = await listKeyNames(ctx, bySystem.map(({ actorId }) => actorId).filter(isId))
  return new Map([...(await listPersonNames(ctx.db, named)), ...systems])
}

async function reachableOf(ctx: TxCtx, reports: readonly ReportRow[]): Promise<Set<string>> {
  const ids = new Set<string>()
  for (const { id } of reports) if ((await findContactRow(ctx, id))?.email) ids.add(id)
  return ids
}

async function linkOut(ctx: TxCtx, report: ReportRow, events: EventRow[]): Promise<ReportForClerk['link']> {
  const link = await findNewestLinkRow(ctx, report.id)
  const state = link && linkState(ctx, link)
  if (!link || state === 'revoked' || !isOpen(report.status)) return null
  const { recipient, createdAt, expiresAt } = link
  const isOver = state === 'expired'
  return { recipient, since: createdAt, until: expiresAt, isOver, acknowledgedAt: acknowledgedAt(events) }
}
