import { z } from 'zod'
import { type Ctx, inTransaction } from '../context.ts'
import { requireAdmin } from '../people/permissions.ts'
import { endKeyRow } from './rows.ts'

export const EndKey = z.object({ id: z.uuid() })

/** From now on nobody comes in with it. */
export async function endKey(ctx: Ctx, { id }: z.infer<typeof EndKey>): Promise<void> {
  requireAdmin(ctx)
  await inTransaction(ctx, (ctx) => endKeyRow(ctx, id))
}
