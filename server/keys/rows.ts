/** The only place that reads and writes the keys of other systems. */
import { and, desc, eq, isNull, or, sql } from 'drizzle-orm'
import { apiKeys } from '../../db/schema/interfaces.ts'
import type { TxCtx } from '../context.ts'
import { notFound } from '../errors.ts'

export type KeyRow = typeof apiKeys.$inferSelect

export async function addKeyRow(ctx: TxCtx, row: Omit<KeyRow, 'town' | 'usedAt' | 'endedAt'>): Promise<void> {
  await ctx.db.insert(apiKeys).values({ ...row, town: ctx.town.key })
}

/** Newest first; ended ones too. */
export function listKeyRows(ctx: TxCtx): Promise<KeyRow[]> {
  return ctx.db.select().from(apiKeys).where(eq(apiKeys.town, ctx.town.key)).orderBy(desc(apiKeys.createdAt))
}

/** Of all keys there ever were, by their id. */
export async function listKeyNames(ctx: TxCtx): Promise<Map<string, string>> {
  const { id, name } = apiKeys
  const rows = await ctx.db.select({ id, name }).from(apiKeys).where(eq(apiKeys.town, ctx.town.key))
  return new Map(rows.map((row) => [row.id, row.name]))
}

export async function findKeyRow(ctx: TxCtx, keyHash: string): Promise<KeyRow | null> {
  const own = and(eq(apiKeys.town, ctx.town.key), eq(apiKeys.keyHash, keyHash))
  const [row] = await ctx.db.select().from(apiKeys).where(own)
  return row ?? null
}

/** Noted to the day: which system still comes, without a write at every call. */
export async function touchKeyRow(ctx: TxCtx, id: string): Promise<void> {
  const now = ctx.now().toISOString()
  const isOfToday = sql`${apiKeys.usedAt} >= date_trunc('day', ${now}::timestamptz)`
  await ctx.db
    .update(apiKeys)
    .set({ usedAt: ctx.now() })
    .where(and(eq(apiKeys.town, ctx.town.key), eq(apiKeys.id, id), or(isNull(apiKeys.usedAt), sql`not ${isOfToday}`)))
}

/** @throws not_found also for one that has ended already */
export async function endKeyRow(ctx: TxCtx, id: string): Promise<void> {
  const ended = await ctx.db
    .update(apiKeys)
    .set({ endedAt: ctx.now() })
    .where(and(eq(apiKeys.town, ctx.town.key), eq(apiKeys.id, id), isNull(apiKeys.endedAt)))
    .returning({ id: apiKeys.id })
  if (ended.length === 0) throw notFound('key_unknown')
}
