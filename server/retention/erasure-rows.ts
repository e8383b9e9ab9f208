/** The only place that erases parts of a report, and that reads and writes the proofs. Every query carries the town. */
import { and, desc, eq, isNotNull, ne, or, type SQL, sql } from 'drizzle-orm'
import { events } from '../../db/schema/events.ts'
import {
  contentNotices,
  erasures,
  followers,
  reportContacts,
  reportNotes,
  reports,
  reportTexts,
  undoSteps,
} from '../../db/schema/reports.ts'
import type { TxCtx } from '../context.ts'

export const PARTS = ['contact', 'text', 'photos'] as const
export type Part = (typeof PARTS)[number]
export type ErasureRow = typeof erasures.$inferSelect

type Counted = { id: string }[]

/** Name, address and telephone number of the reporter. Returns whether there was anything. */
export async function eraseContact(ctx: TxCtx, reportId: string): Promise<boolean> {
  const gone = await ctx.db
    .delete(reportContacts)
    .where(and(eq(reportContacts.town, ctx.town.key), eq(reportContacts.reportId, reportId)))
    .returning({ id: reportContacts.reportId })
  return gone.length > 0
}

const writtenTo = (ctx: TxCtx, reportId: string): SQL | undefined =>
  and(eq(followers.town, ctx.town.key), eq(followers.reportId, reportId), isNotNull(followers.email))

/** Addresses of those who follow. That it concerned them too stays a number. */
export async function eraseFollowers(ctx: TxCtx, reportId: string): Promise<boolean> {
  const gone = await ctx.db
    .update(followers)
    .set({ email: null })
    .where(writtenTo(ctx, reportId))
    .returning({ id: followers.id })
  return gone.length > 0
}

export async function hasFollowers(ctx: TxCtx, reportId: string): Promise<boolean> {
  return (await ctx.db.$count(followers, writtenTo(ctx, reportId))) > 0
}

/** Everything anybody wrote about the report: the reporter's words, notes and replies, the town's own answers. */
export async function eraseWords(ctx: TxCtx, reportId: string): Promise<boolean> {
  const { db, town } = ctx
  const gone: Counted[] = [
    await db
      .delete(reportTexts)
      .where(and(eq(reportTexts.town, town.key), eq(reportTexts.reportId, reportId)))
      .returning({ id: reportTexts.reportId }),
    await db
      .delete(reportNotes)
      .where(and(eq(reportNotes.town, town.key), eq(reportNotes.reportId, reportId)))
      .returning({ id: reportNotes.id }),
    // The history loses its words and nothing else; a trigger sees to that.
    await db
      .update(events)
      .set({ facts: sql`${events.facts} - 'answer'` })
      .where(
        and(eq(events.town, town.key), eq(events.reportId, reportId), sql`jsonb_exists(${events.facts}, 'answer')`),
      )
      .returning({ id: events.id }),
  ]
  await db.delete(undoSteps).where(and(eq(undoSteps.town, town.key), eq(undoSteps.reportId, reportId)))
  return gone.some((rows) => rows.length > 0)
}

/** What others wrote about the report's content: the decision stays, the words go. */
export async function eraseNotices(ctx: TxCtx, reportId: string): Promise<void> {
  await ctx.db
    .update(contentNotices)
    .set({ text: '', email: null, answer: null })
    .where(and(eq(contentNotices.town, ctx.town.key), eq(contentNotices.reportId, reportId), hasWords))
}

const hasWords = or(ne(contentNotices.text, ''), isNotNull(contentNotices.email), isNotNull(contentNotices.answer))

const COLUMN = { contact: 'contactErasedAt', text: 'textErasedAt', photos: 'photosErasedAt' } as const

/** Says at the report itself that a part is gone. No change that anybody has to hear of: its version stays. */
export async function markErased(ctx: TxCtx, reportId: string, part: Part, at: Date): Promise<void> {
  await ctx.db
    .update(reports)
    .set({ [COLUMN[part]]: at })
    .where(and(eq(reports.town, ctx.town.key), eq(reports.id, reportId)))
}

export async function addErasureRow(ctx: TxCtx, row: Omit<ErasureRow, 'town' | 'id'>): Promise<void> {
  await ctx.db.insert(erasures).values({ ...row, id: crypto.randomUUID(), town: ctx.town.key })
}

const MOST_OF_REPORT = 50

/** What was erased of a report and why, newest first. */
export function listErasureRows(ctx: TxCtx, reportId: string): Promise<ErasureRow[]> {
  return ctx.db
    .select()
    .from(erasures)
    .where(and(eq(erasures.town, ctx.town.key), eq(erasures.reportId, reportId)))
    .orderBy(desc(erasures.erasedAt))
    .limit(MOST_OF_REPORT)
}

/** Three parts in each month of thirty years. */
const MOST_COUNTS = 1080

export type ErasedCount = { month: string; what: Part; erased: number; onTime: number; onRequest: number }

/** By month of the German calendar and kind, newest first; on time: at the latest on the day after. */
export function countErasures(ctx: TxCtx): Promise<ErasedCount[]> {
  const local = (column: typeof erasures.erasedAt | typeof erasures.dueAt) =>
    sql`(${column} at time zone 'Europe/Berlin')`
  const month = sql<string>`to_char(${local(erasures.erasedAt)}, 'YYYY-MM')`
  return ctx.db
    .select({
      month,
      what: erasures.what,
      erased: sql<number>`count(*)::int`,
      onTime: sql<number>`(count(*) filter (where ${local(erasures.erasedAt)}::date <= ${local(erasures.dueAt)}::date + 1))::int`,
      onRequest: sql<number>`(count(*) filter (where ${erasures.because} = 'reporter'))::int`,
    })
    .from(erasures)
    .where(eq(erasures.town, ctx.town.key))
    .groupBy(month, erasures.what)
    .orderBy(desc(month), erasures.what)
    .limit(MOST_COUNTS)
}
