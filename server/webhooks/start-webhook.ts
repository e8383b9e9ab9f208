import { type Ctx, inTransaction } from '../context.ts'
import { requireAdmin } from '../people/permissions.ts'
import { changeWebhookRow, getWebhookRow } from './rows.ts'

/** What happens from now on is sent again. */
export async function startWebhook(ctx: Ctx, id: string): Promise<void> {
  requireAdmin(ctx)
  await inTransaction(ctx, async (ctx) => {
    await getWebhookRow(ctx, id)
    await changeWebhookRow(ctx, id, { stoppedAt: null, stoppedBecause: null })
  })
}
