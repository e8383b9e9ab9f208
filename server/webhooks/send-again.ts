import { z } from 'zod'
import { type Ctx, inTransaction } from '../context.ts'
import { conflict } from '../errors.ts'
import { requireAdmin } from '../people/permissions.ts'
import { queueCalls, reviveDeliveryRows } from './delivery-rows.ts'
import { getWebhookRow } from './rows.ts'

/** In one press; with more left the next one takes them. */
const MOST = 500

export const SendAgain = z.object({
  webhook: z.uuid(),
  /** One of the log; without it everything that has not arrived. */
  delivery: z.uuid().optional(),
})

/**
 * Under the same id as before, so that the other side knows what it has already.
 * @returns how many are sent; throws conflict `webhook_stopped` for one that is stopped
 */
export async function sendAgain(ctx: Ctx, input: z.infer<typeof SendAgain>): Promise<number> {
  requireAdmin(ctx)
  return inTransaction(ctx, async (ctx) => {
    const { id, stoppedAt } = await getWebhookRow(ctx, input.webhook)
    if (stoppedAt) throw conflict('webhook_stopped')
    const ids = await reviveDeliveryRows(ctx, { webhookId: id, which: input.delivery, most: MOST })
    await queueCalls(ctx, ids)
    return ids.length
  })
}
