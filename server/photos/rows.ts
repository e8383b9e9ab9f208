/** The only place that reads and writes the tables of photos. Every query carries the town. */
import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { draftPhotos, drafts } from '../../db/schema/intake.ts'
import { reportPhotos, reports, type Visibility } from '../../db/schema/reports.ts'
import type { TxCtx } from '../context.ts'
import { notFound } from '../errors.ts'

export type DraftPhotoRow = typeof draftPhotos.$inferSelect
export type PhotoRow = typeof reportPhotos.$inferSelect

/** Holds the draft until commit, so that two uploads at once do not take the same place. False when it is over. */
export async function holdOpenDraft(ctx: TxCtx, draftHash: string): Promise<boolean> {
  const [row] = await ctx.db
    .select({ sent: drafts.sentReportId, expiresAt: drafts.expiresAt })
    .from(drafts)
    .where(and(eq(drafts.town, ctx.town.key), eq(drafts.tokenHash, draftHash)))
    .for('update')
  return row !== undefined && row.sent === null && row.expiresAt > ctx.now()
}

export async function findDraftExpiry(ctx: TxCtx, draftHash: string): Promise<Date | null> {
  const [row] = await ctx.db
    .select({ expiresAt: drafts.expiresAt })
    .from(drafts)
    .where(and(eq(drafts.town, ctx.town.key), eq(drafts.tokenHash, draftHash)))
  return row?.expiresAt ?? null
}

/** In their order; five at most. */
export async function listDraftPhotoRows(ctx: TxCtx, draftHash: string): Promise<DraftPhotoRow[]> {
  return ctx.db
    .select()
    .from(draftPhotos)
    .where(and(eq(draftPhotos.town, ctx.town.key), eq(draftPhotos.draftHash, draftHash)))
    .orderBy(asc(draftPhotos.position))
}

export async function addDraftPhotoRow(ctx: TxCtx, row: Omit<DraftPhotoRow, 'town'>): Promise<void> {
  await ctx.db.insert(draftPhotos).values({ ...row, town: ctx.town.key })
}

export async function findDraftPhotoRow(ctx: TxCtx, id: string): Promise<DraftPhotoRow | null> {
  const [row] = await ctx.db
    .select()
    .from(draftPhotos)
    .where(and(eq(draftPhotos.town, ctx.town.key), eq(draftPhotos.id, id)))
  return row ?? null
}

export async function removeDraftPhotoRow(ctx: TxCtx, id: string): Promise<void> {
  await ctx.db.delete(draftPhotos).where(and(eq(draftPhotos.town, ctx.town.key), eq(draftPhotos.id, id)))
}

export async function addPhotoRows(ctx: TxCtx, rows: Omit<PhotoRow, 'town'>[]): Promise<void> {
  if (rows.length > 0) await ctx.db.insert(reportPhotos).values(rows.map((row) => ({ ...row, town: ctx.town.key })))
}

/** A report has about five; the limit only bounds the worst case. */
const MOST_ROWS = 50

/** In their order: the reporter's first, as sent. */
export async function listPhotoRows(ctx: TxCtx, reportId: string): Promise<PhotoRow[]> {
  return ctx.db
    .select()
    .from(reportPhotos)
    .where(and(eq(reportPhotos.town, ctx.town.key), eq(reportPhotos.reportId, reportId)))
    .orderBy(asc(reportPhotos.position))
    .limit(MOST_ROWS)
}

export async function findPhotoRow(ctx: TxCtx, id: string): Promise<PhotoRow | null> {
  const [row] = await ctx.db
    .select()
    .from(reportPhotos)
    .where(and(eq(reportPhotos.town, ctx.town.key), eq(reportPhotos.id, id)))
  return row ?? null
}

/** @throws not_found also for a photo of another report */
export async function getPhotoRowOf(ctx: TxCtx, reportId: string, id: string): Promise<PhotoRow> {
  const row = await findPhotoRow(ctx, id)
  if (row?.reportId !== reportId) throw notFound('photo_not_found')
  return row
}

export async function setPhotoRowVisibility(ctx: TxCtx, id: string, visibility: Visibility): Promise<void> {
  await ctx.db
    .update(reportPhotos)
    .set({ visibility })
    .where(and(eq(reportPhotos.town, ctx.town.key), eq(reportPhotos.id, id)))
}

/** Takes away all photos of a report and returns their ids. */
export async function removePhotoRows(ctx: TxCtx, reportId: string): Promise<string[]> {
  const gone = await ctx.db
    .delete(reportPhotos)
    .where(and(eq(reportPhotos.town, ctx.town.key), eq(reportPhotos.reportId, reportId)))
    .returning({ id: reportPhotos.id })
  return gone.map(({ id }) => id)
}

/** The photo, if everybody may see it and the report. */
export async function findShownPhotoRow(ctx: TxCtx, number: number, id: string): Promise<PhotoRow | null> {
  const [row] = await ctx.db
    .select({ photo: reportPhotos })
    .from(reportPhotos)
    .innerJoin(reports, and(eq(reports.town, reportPhotos.town), eq(reports.id, reportPhotos.reportId)))
    .where(
      and(
        eq(reportPhotos.town, ctx.town.key),
        eq(reportPhotos.id, id),
        eq(reports.number, number),
        eq(reports.visibility, 'shown'),
        eq(reportPhotos.visibility, 'shown'),
      ),
    )
  return row?.photo ?? null
}

/** Photos of several reports by report id, in their order; with `shown` only those everybody may see. */
export async function listPhotosOf(
  ctx: TxCtx,
  reportIds: readonly string[],
  which: 'all' | 'shown',
): Promise<Map<string, PhotoRow[]>> {
  const found = new Map<string, PhotoRow[]>()
  if (reportIds.length === 0) return found
  const rows = await ctx.db
    .select()
    .from(reportPhotos)
    .where(
      and(
        eq(reportPhotos.town, ctx.town.key),
        inArray(reportPhotos.reportId, [...reportIds]),
        which === 'shown' ? eq(reportPhotos.visibility, 'shown') : undefined,
      ),
    )
    .orderBy(asc(reportPhotos.position))
    .limit(MOST_ROWS * reportIds.length)
  for (const row of rows) found.set(row.reportId, [...(found.get(row.reportId) ?? []), row])
  return found
}

/** The place after the last one. */
export async function nextPosition(ctx: TxCtx, reportId: string): Promise<number> {
  const [row] = await ctx.db
    .select({ last: sql<number>`coalesce(max(${reportPhotos.position}), 0)::int` })
    .from(reportPhotos)
    .where(and(eq(reportPhotos.town, ctx.town.key), eq(reportPhotos.reportId, reportId)))
  return row!.last + 1
}
