import { type Ctx, inTransaction } from '../context.ts'
import { requireAdmin } from '../people/permissions.ts'
import { getWebhookRow, removeWebhookRow } from './rows.ts'

/** The address goes with its log; calls that are still planned find nothing and end. */
export async function removeWebhook(ctx: Ctx, id: string): Promise<void> {
  requireAdmin(ctx)
  await inTransaction(ctx, async (ctx) => {
    await getWebhookRow(ctx, id)
    await removeWebhookRow(ctx, id)
  })
}
