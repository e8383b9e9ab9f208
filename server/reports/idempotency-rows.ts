/** The only place that reads and writes which sendings have been seen. */
import { and, eq, gt, lt } from 'drizzle-orm'
import { idempotencyKeys } from '../../db/schema/intake.ts'
import type { TxCtx } from '../context.ts'

export type KeyRow = typeof idempotencyKeys.$inferSelect

/** Takes the key if it is free or over; a concurrent twin waits here for the other's commit. False: somebody has it. */
export async function claimKeyRow(ctx: TxCtx, row: Omit<KeyRow, 'town'>): Promise<boolean> {
  const own = { ...row, town: ctx.town.key }
  const claimed = await ctx.db
    .insert(idempotencyKeys)
    .values(own)
    .onConflictDoUpdate({
      target: [idempotencyKeys.town, idempotencyKeys.key],
      set: own,
      setWhere: lt(idempotencyKeys.expiresAt, ctx.now()),
    })
    .returning({ key: idempotencyKeys.key })
  return claimed.length > 0
}

/** Null when it is free or over. */
export async function findKeyRow(ctx: TxCtx, key: string): Promise<KeyRow | null> {
  const { town, expiresAt } = idempotencyKeys
  const [row] = await ctx.db
    .select()
    .from(idempotencyKeys)
    .where(and(eq(town, ctx.town.key), eq(idempotencyKeys.key, key), gt(expiresAt, ctx.now())))
  return row ?? null
}

export async function getKeyRow(ctx: TxCtx, key: string): Promise<KeyRow> {
  const row = await findKeyRow(ctx, key)
  if (!row) throw new Error('an idempotency key that is taken has a row')
  return row
}
