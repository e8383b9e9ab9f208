/** Who follows a report, or only says that it concerns them too. */
import { and, eq, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm'
import { followers, reports } from '../../db/schema/reports.ts'
import type { TxCtx } from '../context.ts'

export type FollowerRow = typeof followers.$inferSelect

/** Null when the address is there already: who follows twice is one follower. */
export async function addFollowerRow(
  ctx: TxCtx,
  { id, ...row }: Pick<FollowerRow, 'reportId' | 'email' | 'confirmedAt'> & { id?: string | undefined },
): Promise<FollowerRow | null> {
  const [added] = await ctx.db
    .insert(followers)
    .values({ ...row, town: ctx.town.key, id: id ?? crypto.randomUUID(), language: ctx.language, createdAt: ctx.now() })
    .onConflictDoNothing()
    .returning()
  return added ?? null
}

export async function findFollowerRow(ctx: TxCtx, id: string): Promise<FollowerRow | null> {
  const [row] = await ctx.db.select().from(followers).where(own(ctx, id))
  return row ?? null
}

export async function findFollowerRowByEmail(ctx: TxCtx, reportId: string, email: string): Promise<FollowerRow | null> {
  const [row] = await ctx.db
    .select()
    .from(followers)
    .where(and(eq(followers.town, ctx.town.key), eq(followers.reportId, reportId), eq(followers.email, email)))
  return row ?? null
}

export async function changeFollowerRow(
  ctx: TxCtx,
  id: string,
  change: Partial<Pick<FollowerRow, 'confirmedAt' | 'endedAt' | 'createdAt' | 'language' | 'email'>>,
): Promise<void> {
  await ctx.db.update(followers).set(change).where(own(ctx, id))
}

export async function removeFollowerRow(ctx: TxCtx, id: string): Promise<void> {
  await ctx.db.delete(followers).where(own(ctx, id))
}

/** How many people more a report concerns: those who said so, and who reported what was merged into it. */
export async function countFollowerRows(ctx: TxCtx, reportId: string): Promise<number> {
  const merged = ctx.db
    .select({ id: reports.id })
    .from(reports)
    .where(and(eq(reports.town, ctx.town.key), eq(reports.mergedInto, reportId)))
  const [row] = await ctx.db
    .select({ total: sql<number>`count(distinct coalesce(${followers.email}, ${followers.id}::text))::int` })
    .from(followers)
    .where(
      and(
        eq(followers.town, ctx.town.key),
        or(eq(followers.reportId, reportId), inArray(followers.reportId, merged)),
        isNotNull(followers.confirmedAt),
        isNull(followers.endedAt),
      ),
    )
  const reporters = await ctx.db.$count(reports, and(eq(reports.town, ctx.town.key), eq(reports.mergedInto, reportId)))
  return row!.total + reporters
}

/** A report has tens of followers, not thousands; the limit only bounds the worst case. */
const MOST_FOLLOWERS = 1000

/** Those who are written to: confirmed, and not ended. */
export async function listFollowerRows(ctx: TxCtx, reportIds: readonly string[]): Promise<FollowerRow[]> {
  return ctx.db
    .select()
    .from(followers)
    .where(
      and(
        eq(followers.town, ctx.town.key),
        inArray(followers.reportId, [...reportIds]),
        isNotNull(followers.email),
        isNotNull(followers.confirmedAt),
        isNull(followers.endedAt),
      ),
    )
    .orderBy(followers.createdAt)
    .limit(MOST_FOLLOWERS)
}

const own = (ctx: TxCtx, id: string) => and(eq(followers.town, ctx.town.key), eq(followers.id, id))
