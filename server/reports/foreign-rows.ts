/** The only place that reads and writes which updates of other systems were taken. */
import { and, eq } from 'drizzle-orm'
import { foreignUpdates } from '../../db/schema/interfaces.ts'
import type { TxCtx } from '../context.ts'

type ForeignUpdateRow = typeof foreignUpdates.$inferSelect
/** An update's own name: who sent it, and how it is called there. */
export type UpdateName = Pick<ForeignUpdateRow, 'sender' | 'updateId'>

const named = (ctx: TxCtx, { sender, updateId }: UpdateName) =>
  and(eq(foreignUpdates.town, ctx.town.key), eq(foreignUpdates.sender, sender), eq(foreignUpdates.updateId, updateId))

/** False when it was taken before; a twin that comes at the same time waits here for the other's commit. */
export async function claimForeignUpdate(
  ctx: TxCtx,
  row: Pick<ForeignUpdateRow, 'sender' | 'updateId' | 'reportId' | 'eventId'>,
): Promise<boolean> {
  const claimed = await ctx.db
    .insert(foreignUpdates)
    .values({ ...row, town: ctx.town.key, takenAt: ctx.now() })
    .onConflictDoNothing()
    .returning({ updateId: foreignUpdates.updateId })
  return claimed.length > 0
}

export async function findForeignUpdate(ctx: TxCtx, name: UpdateName): Promise<ForeignUpdateRow | null> {
  const [row] = await ctx.db.select().from(foreignUpdates).where(named(ctx, name))
  return row ?? null
}

export async function setForeignEvent(ctx: TxCtx, name: UpdateName, eventId: string): Promise<void> {
  await ctx.db.update(foreignUpdates).set({ eventId }).where(named(ctx, name))
}
