/** The only place that reads and writes webhooks. Every query carries the town. */
import { and, asc, eq, isNull, lte, ne, sql } from 'drizzle-orm'
import { webhooks } from '../../db/schema/interfaces.ts'
import { memberships, people } from '../../db/schema/platform.ts'
import type { TxCtx } from '../context.ts'
import { notFound } from '../errors.ts'
import { addDueWork } from '../reports/record-event.ts'
import { giveUpWaitingRows } from './delivery-rows.ts'

export type WebhookRow = typeof webhooks.$inferSelect
/** Why nothing is sent there any more. */
export type StoppedBecause = 'gone' | 'failing' | 'by_hand'

const own = (ctx: TxCtx, id: string) => and(eq(webhooks.town, ctx.town.key), eq(webhooks.id, id))

/** False: it is there already. */
export async function addWebhookRow(
  ctx: TxCtx,
  row: Pick<WebhookRow, 'id' | 'url' | 'department' | 'types' | 'secret' | 'createdBy'>,
): Promise<boolean> {
  const added = await ctx.db
    .insert(webhooks)
    .values({ ...row, town: ctx.town.key, createdAt: ctx.now() })
    .onConflictDoNothing()
    .returning({ id: webhooks.id })
  return added.length > 0
}

/** A town has a handful. Oldest first. */
export function listWebhookRows(ctx: TxCtx): Promise<WebhookRow[]> {
  return ctx.db.select().from(webhooks).where(eq(webhooks.town, ctx.town.key)).orderBy(asc(webhooks.createdAt))
}

/** Those that are told of what happened then: there already, and not stopped. */
export function listWebhookRowsSince(ctx: TxCtx, happenedAt: Date): Promise<WebhookRow[]> {
  return ctx.db
    .select()
    .from(webhooks)
    .where(and(eq(webhooks.town, ctx.town.key), isNull(webhooks.stoppedAt), lte(webhooks.createdAt, happenedAt)))
}

/** Held until the end of the transaction. @throws not_found */
export async function holdWebhookRow(ctx: TxCtx, id: string): Promise<WebhookRow> {
  const [row] = await ctx.db.select().from(webhooks).where(own(ctx, id)).for('update')
  if (!row) throw notFound('webhook_unknown')
  return row
}

/** @throws not_found */
export async function getWebhookRow(ctx: TxCtx, id: string): Promise<WebhookRow> {
  const [row] = await ctx.db.select().from(webhooks).where(own(ctx, id))
  if (!row) throw notFound('webhook_unknown')
  return row
}

export async function changeWebhookRow(
  ctx: TxCtx,
  id: string,
  change: Partial<Pick<WebhookRow, 'secret' | 'secretBefore' | 'secretBeforeUntil' | 'stoppedAt' | 'stoppedBecause'>>,
): Promise<void> {
  await ctx.db.update(webhooks).set(change).where(own(ctx, id))
}

/** With its log. */
export async function removeWebhookRow(ctx: TxCtx, id: string): Promise<void> {
  await ctx.db.delete(webhooks).where(own(ctx, id))
}

/** What still waits is not sent any more. Returns whether it was not stopped before. */
export async function stopWebhookRow(ctx: TxCtx, id: string, because: StoppedBecause): Promise<boolean> {
  const stopped = await ctx.db
    .update(webhooks)
    .set({ stoppedAt: ctx.now(), stoppedBecause: because })
    .where(and(own(ctx, id), isNull(webhooks.stoppedAt)))
    .returning({ id: webhooks.id })
  await giveUpWaitingRows(ctx, id)
  return stopped.length > 0
}

/** One mail to each admin of the town who can come in. */
export async function queueTellingAdmins(ctx: TxCtx): Promise<void> {
  const admins = await listAdminRows(ctx)
  const mails = admins.map(({ id }) => ({ kind: 'tell_webhook' as const, ref: id, runAt: ctx.now() }))
  if (mails.length > 0) await addDueWork(ctx, ...mails)
}

export function listAdminRows({ db, town }: TxCtx) {
  return db
    .selectDistinct({ id: people.id, email: people.email, name: people.name, language: people.language })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(and(eq(memberships.town, town.key), eq(memberships.role, 'admin'), isNull(people.disabledAt)))
}

/** Those that were not stopped by somebody here. */
export function listBrokenWebhookRows({ db, town }: TxCtx): Promise<WebhookRow[]> {
  return db
    .select()
    .from(webhooks)
    .where(and(eq(webhooks.town, town.key), ne(sql`coalesce(${webhooks.stoppedBecause}, 'by_hand')`, 'by_hand')))
    .orderBy(asc(webhooks.createdAt))
}
