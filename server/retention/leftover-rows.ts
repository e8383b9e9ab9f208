/** What ends beside reports: rows nobody can use any more, in bounded pieces. */
import { and, eq, inArray, isNotNull, isNull, lt, ne, notExists, or, type SQL, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { Db } from '../../db/client.ts'
import { drafts, feedbacks, idempotencyKeys } from '../../db/schema/intake.ts'
import { webhookDeliveries } from '../../db/schema/interfaces.ts'
import { dueWork, limits, personLinks, sessions, signInSteps, towns } from '../../db/schema/platform.ts'
import { contentNotices, followers, reportLinks, reports, undoSteps } from '../../db/schema/reports.ts'
import type { TxCtx } from '../context.ts'
import { CONFIRM_WITHIN_MS } from '../reports/follow-report.ts'
import { CLOSED } from '../reports/status.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** How long a dead link still says that it is over, rather than that nobody knows it. */
const DEAD_LINK_MS = 30 * DAY_MS
/** Words to the town go a week after their mail; what no mail server took, after this. */
const FEEDBACK_MS = 90 * DAY_MS
/** What was sent to other systems: longer than anything of it is told once more. */
const WEBHOOK_LOG_MS = 90 * DAY_MS
const MOST = 500

/** At most so many rows. Returns whether there may be more. */
async function remove(db: Db, table: PgTable, where: SQL | undefined): Promise<boolean> {
  const some = db.select({ at: sql`ctid` }).from(table).where(where).limit(MOST)
  const gone = await db.delete(table).where(inArray(sql`ctid`, some)).returning({ one: sql<number>`1` })
  return gone.length === MOST
}

/** Drafts whose own end was missed: they are not needed, and the clock had its time. */
export async function listOverDrafts(ctx: TxCtx, limit: number): Promise<string[]> {
  const rows = await ctx.db
    .select({ id: drafts.id })
    .from(drafts)
    .where(and(eq(drafts.town, ctx.town.key), lt(drafts.expiresAt, new Date(ctx.now().getTime() - HOUR_MS))))
    .limit(limit)
  return rows.map(({ id }) => id)
}

/** Of one town. Returns whether there may be more. */
export async function removeLeftovers(ctx: TxCtx): Promise<boolean> {
  const { db, town } = ctx
  const before = (ms: number) => new Date(ctx.now().getTime() - ms)
  const closed = db
    .select({ id: reports.id })
    .from(reports)
    .where(and(eq(reports.town, town.key), inArray(reports.status, [...CLOSED])))
  const isDead = or(
    lt(reportLinks.revokedAt, before(DEAD_LINK_MS)),
    and(lt(reportLinks.expiresAt, before(DEAD_LINK_MS)), inArray(reportLinks.reportId, closed)),
  )
  const erased = db
    .select({ id: reports.id })
    .from(reports)
    .where(and(eq(reports.town, town.key), isNotNull(reports.textErasedAt)))
  const isOver = and(ne(webhookDeliveries.state, 'waiting'), lt(webhookDeliveries.changedAt, before(WEBHOOK_LOG_MS)))
  const isMore = [
    await remove(
      db,
      idempotencyKeys,
      and(eq(idempotencyKeys.town, town.key), lt(idempotencyKeys.expiresAt, ctx.now())),
    ),
    await remove(db, reportLinks, and(eq(reportLinks.town, town.key), isDead)),
    await remove(db, feedbacks, and(eq(feedbacks.town, town.key), lt(feedbacks.sentAt, before(FEEDBACK_MS)))),
    await remove(db, webhookDeliveries, and(eq(webhookDeliveries.town, town.key), isOver)),
    await remove(db, undoSteps, and(eq(undoSteps.town, town.key), lt(undoSteps.until, before(DAY_MS)))),
    await remove(
      db,
      followers,
      and(
        eq(followers.town, town.key),
        isNotNull(followers.email),
        isNull(followers.confirmedAt),
        lt(followers.createdAt, before(CONFIRM_WITHIN_MS)),
      ),
    ),
  ]
  await db
    .update(contentNotices)
    .set({ text: '', email: null, answer: null })
    .where(
      and(
        eq(contentNotices.town, town.key),
        isNotNull(contentNotices.decidedAt),
        sql`(${contentNotices.text} <> '' or ${contentNotices.email} is not null)`,
        inArray(contentNotices.reportId, erased),
      ),
    )
  return isMore.some(Boolean)
}

/** Of the platform: what signing in and counting tries left behind. Returns whether there may be more. */
export async function removePlatformLeftovers(db: Db, now: Date): Promise<boolean> {
  const before = (ms: number) => new Date(now.getTime() - ms)
  const isMore = [
    await remove(db, sessions, lt(sessions.expiresAt, now)),
    await remove(db, signInSteps, lt(signInSteps.expiresAt, now)),
    await remove(db, limits, lt(limits.windowStart, before(DAY_MS))),
    await remove(db, personLinks, lt(personLinks.expiresAt, before(DEAD_LINK_MS))),
  ]
  return isMore.some(Boolean)
}

/** Members in which nobody erases at night: applied before that was known, or given up. */
export async function listTownsWithoutErasing(db: Db): Promise<string[]> {
  const planned = db
    .select({ id: dueWork.id })
    .from(dueWork)
    .where(and(eq(dueWork.town, towns.key), eq(dueWork.kind, 'erase_old'), isNull(dueWork.failedAt)))
  const rows = await db
    .select({ key: towns.key })
    .from(towns)
    .where(and(eq(towns.member, true), notExists(planned)))
    .limit(MOST)
  return rows.map(({ key }) => key)
}
