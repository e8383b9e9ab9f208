/** The only place that reads and writes what partners' own systems have, and how far their news were read. */
import { and, desc, eq, inArray, isNotNull, sql } from 'drizzle-orm'
import { events } from '../../db/schema/events.ts'
import { foreignUpdates, partnerFeeds, partnerReports } from '../../db/schema/interfaces.ts'
import { reports, type Status } from '../../db/schema/reports.ts'
import type { TxCtx } from '../context.ts'
import type { EventRow } from '../reports/rows.ts'
import { OPEN } from '../reports/status.ts'

export type PartnerReportRow = typeof partnerReports.$inferSelect
export type PartnerFeedRow = typeof partnerFeeds.$inferSelect

export async function findPartnerReportRow(
  ctx: TxCtx,
  { reportId, partner }: Pick<PartnerReportRow, 'reportId' | 'partner'>,
): Promise<PartnerReportRow | null> {
  const [row] = await ctx.db
    .select()
    .from(partnerReports)
    .where(
      and(
        eq(partnerReports.town, ctx.town.key),
        eq(partnerReports.reportId, reportId),
        eq(partnerReports.partner, partner),
      ),
    )
  return row ?? null
}

/** What their system answered; given once more it is in the place of the earlier. */
export async function keepPartnerReportRow(ctx: TxCtx, row: Omit<PartnerReportRow, 'town'>): Promise<void> {
  const { reportId: _report, partner: _partner, ...change } = row
  await ctx.db
    .insert(partnerReports)
    .values({ ...row, town: ctx.town.key })
    .onConflictDoUpdate({
      target: [partnerReports.town, partnerReports.reportId, partnerReports.partner],
      set: change,
    })
}

/** Whether their number is another report's already. */
export async function isRefTaken(
  ctx: TxCtx,
  { reportId, partner, ref }: { reportId: string; partner: string; ref: string },
): Promise<boolean> {
  const [row] = await ctx.db
    .select({ reportId: partnerReports.reportId })
    .from(partnerReports)
    .where(and(eq(partnerReports.town, ctx.town.key), eq(partnerReports.partner, partner), eq(partnerReports.ref, ref)))
  return row !== undefined && row.reportId !== reportId
}

/** It goes to somebody else, or again: what was given before is with nobody any more. */
export async function removePartnerReportRows(ctx: TxCtx, reportId: string): Promise<void> {
  await ctx.db
    .delete(partnerReports)
    .where(and(eq(partnerReports.town, ctx.town.key), eq(partnerReports.reportId, reportId)))
}

export type Waiting = Pick<PartnerReportRow, 'reportId' | 'ref' | 'token' | 'takenAt'> & {
  number: number
  status: Status
}

/** More at one partner at once would be a year of work for it. */
const MOST_WAITING = 1_000

/** Open reports that this partner's system has; some are the town's again, and their words are still heard. */
export function listWaitingRows(ctx: TxCtx, partner: string): Promise<Waiting[]> {
  const { reportId, ref, token, takenAt } = partnerReports
  return ctx.db
    .select({ reportId, ref, token, takenAt, number: reports.number, status: reports.status })
    .from(partnerReports)
    .innerJoin(reports, and(eq(reports.town, partnerReports.town), eq(reports.id, partnerReports.reportId)))
    .where(
      and(
        eq(partnerReports.town, ctx.town.key),
        eq(partnerReports.partner, partner),
        inArray(reports.status, [...OPEN]),
      ),
    )
    .orderBy(desc(partnerReports.givenAt))
    .limit(MOST_WAITING)
}

/** The feed of a partner, made if it is not there yet. */
export async function ensureFeedRow(ctx: TxCtx, partner: string): Promise<PartnerFeedRow> {
  const row = { town: ctx.town.key, partner, id: crypto.randomUUID(), readUntil: ctx.now() }
  await ctx.db.insert(partnerFeeds).values(row).onConflictDoNothing()
  return (await findFeedRow(ctx, partner))!
}

export async function findFeedRow(ctx: TxCtx, partner: string): Promise<PartnerFeedRow | null> {
  const [row] = await ctx.db
    .select()
    .from(partnerFeeds)
    .where(and(eq(partnerFeeds.town, ctx.town.key), eq(partnerFeeds.partner, partner)))
  return row ?? null
}

export async function findFeedRowById(ctx: TxCtx, id: string): Promise<PartnerFeedRow | null> {
  const [row] = await ctx.db
    .select()
    .from(partnerFeeds)
    .where(and(eq(partnerFeeds.town, ctx.town.key), eq(partnerFeeds.id, id)))
  return row ?? null
}

export async function changeFeedRow(
  ctx: TxCtx,
  id: string,
  change: Partial<Pick<PartnerFeedRow, 'readUntil' | 'failure'>>,
): Promise<void> {
  await ctx.db
    .update(partnerFeeds)
    .set(change)
    .where(and(eq(partnerFeeds.town, ctx.town.key), eq(partnerFeeds.id, id)))
}

type Claim = { partner: string; updateId: string; reportId: string }

/** False: it was taken before. */
export async function claimUpdate(ctx: TxCtx, { partner, updateId, reportId }: Claim): Promise<boolean> {
  const row = { town: ctx.town.key, sender: `partner/${partner}`, updateId, reportId, takenAt: ctx.now() }
  const added = await ctx.db
    .insert(foreignUpdates)
    .values(row)
    .onConflictDoNothing()
    .returning({ updateId: foreignUpdates.updateId })
  return added.length > 0
}

/** By which the report was given to a partner's system, newest first. */
export function listGiftRows(ctx: TxCtx, reportId: string): Promise<EventRow[]> {
  return ctx.db
    .select()
    .from(events)
    .where(
      and(
        eq(events.town, ctx.town.key),
        eq(events.reportId, reportId),
        eq(events.action, 'partner_involved'),
        sql`${events.facts} ->> 'sendTo' is not null`,
      ),
    )
    .orderBy(desc(events.version), desc(events.step))
    .limit(MOST_WAITING)
}

/** The step after the last one of the report's present version, for what happens beside it. */
export async function nextStep(ctx: TxCtx, { id, version }: { id: string; version: number }): Promise<number> {
  const [row] = await ctx.db
    .select({ last: sql<number>`coalesce(max(${events.step}), -1)::int` })
    .from(events)
    .where(and(eq(events.town, ctx.town.key), eq(events.reportId, id), eq(events.version, version)))
  return row!.last + 1
}

/** What a token has become. */
export async function keepNumber(
  ctx: TxCtx,
  { reportId, partner, ref }: { reportId: string; partner: string; ref: string },
): Promise<void> {
  await ctx.db
    .update(partnerReports)
    .set({ ref })
    .where(
      and(
        eq(partnerReports.town, ctx.town.key),
        eq(partnerReports.reportId, reportId),
        eq(partnerReports.partner, partner),
      ),
    )
}

/** Of the partners whose systems have this report: those whose news could not be read the last time. */
export function listSilentFeeds(ctx: TxCtx, reportId: string): Promise<Pick<PartnerFeedRow, 'partner' | 'failure'>[]> {
  return ctx.db
    .select({ partner: partnerFeeds.partner, failure: partnerFeeds.failure })
    .from(partnerFeeds)
    .innerJoin(
      partnerReports,
      and(eq(partnerReports.town, partnerFeeds.town), eq(partnerReports.partner, partnerFeeds.partner)),
    )
    .where(
      and(eq(partnerFeeds.town, ctx.town.key), eq(partnerReports.reportId, reportId), isNotNull(partnerFeeds.failure)),
    )
    .limit(1)
}
