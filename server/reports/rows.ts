/** The only place that reads and writes the tables of reports. Every query carries the town. */
import { and, between, desc, eq, inArray, ne, sql } from 'drizzle-orm'
import { events } from '../../db/schema/events.ts'
import { reportContacts, reportNotes, reportNumbers, reports, reportTexts } from '../../db/schema/reports.ts'
import type { TxCtx } from '../context.ts'
import { conflict, notFound } from '../errors.ts'
import { OPEN } from './status.ts'

export type ReportRow = typeof reports.$inferSelect
export type TextRow = typeof reportTexts.$inferSelect
export type ContactRow = typeof reportContacts.$inferSelect
export type NoteRow = typeof reportNotes.$inferSelect
export type EventRow = typeof events.$inferSelect

export async function getReportRow(ctx: TxCtx, number: number): Promise<ReportRow> {
  const [row] = await ctx.db
    .select()
    .from(reports)
    .where(and(eq(reports.town, ctx.town.key), eq(reports.number, number)))
  if (!row) throw notFound('report_not_found')
  return row
}

/** The same, held until commit: for a change that is right in whatever version it comes to. */
export async function holdReportRow(ctx: TxCtx, number: number): Promise<ReportRow> {
  const [row] = await ctx.db
    .select()
    .from(reports)
    .where(and(eq(reports.town, ctx.town.key), eq(reports.number, number)))
    .for('update')
  if (!row) throw notFound('report_not_found')
  return row
}

export async function getReportRowById(ctx: TxCtx, id: string): Promise<ReportRow> {
  const [row] = await ctx.db
    .select()
    .from(reports)
    .where(and(eq(reports.town, ctx.town.key), eq(reports.id, id)))
  if (!row) throw notFound('report_not_found')
  return row
}

export async function findReportRowByTracking(ctx: TxCtx, trackingHash: string): Promise<ReportRow | null> {
  const [row] = await ctx.db
    .select()
    .from(reports)
    .where(and(eq(reports.town, ctx.town.key), eq(reports.trackingHash, trackingHash)))
  return row ?? null
}

/** A report's own key elsewhere: in which system, and what it is called there. */
export type Origin = { source: string; ref: string }

export async function findReportIdByOrigin(ctx: TxCtx, { source, ref }: Origin): Promise<string | null> {
  const [row] = await ctx.db
    .select({ id: reports.id })
    .from(reports)
    .where(and(eq(reports.town, ctx.town.key), eq(reports.source, source), eq(reports.sourceRef, ref)))
  return row?.id ?? null
}

/**
 * Adds the report as the last write of its transaction: the number comes from the town's counter in the same
 * statement, so the counter is held only until commit and numbers have no gaps.
 */
export async function addReportRow(
  ctx: TxCtx,
  row: Omit<typeof reports.$inferInsert, 'town' | 'number'>,
): Promise<ReportRow> {
  const { town } = ctx
  const counter = ctx.db.$with('counter').as(
    ctx.db
      .insert(reportNumbers)
      .values({ town: town.key, last: 1 })
      .onConflictDoUpdate({ target: reportNumbers.town, set: { last: sql`${reportNumbers.last} + 1` } })
      .returning({ number: reportNumbers.last }),
  )
  const [added] = await ctx.db
    .with(counter)
    .insert(reports)
    .values({ ...row, town: town.key, number: sql`(select ${counter.number} from ${counter})` })
    .returning()
  return added!
}

/**
 * Changes the report if nobody was faster.
 * @param seen version the change was decided on
 * @throws conflict `changed_meanwhile` with the version seen, so that the surface can show what happened since
 */
export async function moveReportRow(
  ctx: TxCtx,
  report: ReportRow,
  seen: number,
  change: Partial<Omit<ReportRow, 'town' | 'id' | 'number' | 'version'>>,
): Promise<ReportRow> {
  const [moved] = await ctx.db
    .update(reports)
    .set({ ...change, changedAt: ctx.now(), version: seen + 1 })
    .where(and(eq(reports.town, ctx.town.key), eq(reports.id, report.id), eq(reports.version, seen)))
    .returning()
  if (!moved) throw conflict('changed_meanwhile', { seen, number: report.number })
  return moved
}

export async function addTextRow(ctx: TxCtx, row: Omit<TextRow, 'town'>): Promise<void> {
  await ctx.db.insert(reportTexts).values({ ...row, town: ctx.town.key })
}

export async function findTextRow(ctx: TxCtx, reportId: string): Promise<TextRow | null> {
  const [row] = await ctx.db
    .select()
    .from(reportTexts)
    .where(and(eq(reportTexts.town, ctx.town.key), eq(reportTexts.reportId, reportId)))
  return row ?? null
}

export async function changeAddress(ctx: TxCtx, reportId: string, address: string | null): Promise<void> {
  await ctx.db
    .update(reportTexts)
    .set({ address })
    .where(and(eq(reportTexts.town, ctx.town.key), eq(reportTexts.reportId, reportId)))
}

export async function addContactRow(
  ctx: TxCtx,
  row: Omit<ContactRow, 'town' | 'mutedAt' | 'undeliverableAt'>,
): Promise<void> {
  await ctx.db.insert(reportContacts).values({ ...row, town: ctx.town.key })
}

export async function findContactRow(ctx: TxCtx, reportId: string): Promise<ContactRow | null> {
  const [row] = await ctx.db
    .select()
    .from(reportContacts)
    .where(and(eq(reportContacts.town, ctx.town.key), eq(reportContacts.reportId, reportId)))
  return row ?? null
}

export async function removeContactRow(ctx: TxCtx, reportId: string): Promise<void> {
  await ctx.db
    .delete(reportContacts)
    .where(and(eq(reportContacts.town, ctx.town.key), eq(reportContacts.reportId, reportId)))
}

export async function removeContactEmail(ctx: TxCtx, reportId: string): Promise<void> {
  await ctx.db
    .update(reportContacts)
    .set({ email: null })
    .where(and(eq(reportContacts.town, ctx.town.key), eq(reportContacts.reportId, reportId)))
}

/** The contact's mail server takes nothing for this address. */
export async function markUndeliverable(ctx: TxCtx, reportId: string): Promise<void> {
  await ctx.db
    .update(reportContacts)
    .set({ undeliverableAt: ctx.now() })
    .where(and(eq(reportContacts.town, ctx.town.key), eq(reportContacts.reportId, reportId)))
}

/** Adds words that stay in the town hall and returns their id, which the event of the change carries. */
export async function addNoteRow(ctx: TxCtx, row: Pick<NoteRow, 'reportId' | 'authorId' | 'text'>): Promise<string> {
  const id = crypto.randomUUID()
  await ctx.db.insert(reportNotes).values({ ...row, id, town: ctx.town.key, writtenAt: ctx.now() })
  return id
}

/** A report has tens of notes, not thousands; the limit only bounds the worst case. */
const MOST_NOTES = 200

export async function listNoteRows(ctx: TxCtx, reportId: string): Promise<NoteRow[]> {
  return ctx.db
    .select()
    .from(reportNotes)
    .where(and(eq(reportNotes.town, ctx.town.key), eq(reportNotes.reportId, reportId)))
    .orderBy(reportNotes.writtenAt)
    .limit(MOST_NOTES)
}

const MOST_EVENTS = 500

/** The history, newest first. */
export async function listEventRows(ctx: TxCtx, reportId: string): Promise<EventRow[]> {
  return ctx.db
    .select()
    .from(events)
    .where(and(eq(events.town, ctx.town.key), eq(events.reportId, reportId)))
    .orderBy(desc(events.version), desc(events.step))
    .limit(MOST_EVENTS)
}

export async function countReportRows(ctx: TxCtx): Promise<number> {
  return ctx.db.$count(reports, eq(reports.town, ctx.town.key))
}

/** About 150 m in degrees of latitude; half as far again in longitude at our latitudes. */
const NEAR_LAT = 0.00135
const NEAR_LON = 0.0022
const MOST_NEARBY = 5

type Around = {
  lat: number | null
  lon: number | null
  /** Not this one. */
  id?: string
  /** Those of this category come first. */
  category?: string | undefined
}

/** Open reports around a place, newest first. */
export async function listNearbyRows(
  ctx: TxCtx,
  { id, lat, lon, category }: Around,
  departments: 'all' | readonly string[],
): Promise<ReportRow[]> {
  if (lat === null || lon === null) return []
  return ctx.db
    .select()
    .from(reports)
    .where(
      and(
        eq(reports.town, ctx.town.key),
        between(reports.lat, lat - NEAR_LAT, lat + NEAR_LAT),
        between(reports.lon, lon - NEAR_LON, lon + NEAR_LON),
        id ? ne(reports.id, id) : undefined,
        departments === 'all' ? undefined : inArray(reports.department, [...departments]),
        inArray(reports.status, [...OPEN]),
      ),
    )
    .orderBy(...(category ? [desc(sql`${reports.category} = ${category}`)] : []), desc(reports.receivedAt))
    .limit(MOST_NEARBY)
}
