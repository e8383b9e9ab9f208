import { type Ctx, inTransaction } from '../context.ts'
import { requireAdmin } from '../people/permissions.ts'
import { getWebhookRow, stopWebhookRow } from './rows.ts'

/** Nothing is sent there any more, nor what waits. A repeat is harmless. */
export async function stopWebhook(ctx: Ctx, id: string): Promise<void> {
  requireAdmin(ctx)
  await inTransaction(ctx, async (ctx) => {
    await getWebhookRow(ctx, id)
    await stopWebhookRow(ctx, id, 'by_hand')
  })
}
