/** The only place that reads and writes the keys of other systems. */
import { and, desc, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import { apiKeys } from '../../db/schema/interfaces.ts'
import type { TxCtx } from '../context.ts'
import { notFound } from '../errors.ts'

export type KeyRow = typeof apiKeys.$inferSelect

/** False: it is there already. */
export async function addKeyRow(ctx: TxCtx, row: Omit<KeyRow, 'town' | 'usedAt' | 'endedAt'>): Promise<boolean> {
  const added = await ctx.db
    .insert(apiKeys)
    .values({ ...row, town: ctx.town.key })
    .onConflictDoNothing()
    .returning({ id: apiKeys.id })
  return added.length > 0
}

/** Newest first; ended ones too. */
export function listKeyRows(ctx: TxCtx): Promise<KeyRow[]> {
  return ctx.db.select().from(apiKeys).where(eq(apiKeys.town, ctx.town.key)).orderBy(desc(apiKeys.createdAt))
}

export async function findKeyRow(ctx: TxCtx, keyHash: string): Promise<KeyRow | null> {
  const own = and(eq(apiKeys.town, ctx.town.key), eq(apiKeys.keyHash, keyHash))
  const [row] = await ctx.db.select().from(apiKeys).where(own)
  return row ?? null
}

/** Names of systems by the id of their key, ended ones too: histories keep them. */
export async function listKeyNames(ctx: TxCtx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await ctx.db
    .select({ id: apiKeys.id, name: apiKeys.name })
    .from(apiKeys)
    .where(and(eq(apiKeys.town, ctx.town.key), inArray(apiKeys.id, [...new Set(ids)])))
  return new Map(rows.map((row) => [row.id, row.name]))
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
