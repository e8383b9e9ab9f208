import { type Ctx, inTransaction } from '../context.ts'
import { requireAdmin } from '../people/permissions.ts'
import { changeWebhookRow, getWebhookRow } from './rows.ts'
import { randomSecret, sealSecret } from './signature.ts'

/** Time to change it on the other side: until then both sign. */
const BOTH_MS = 24 * 3_600_000

/** @returns the new secret, which is shown this once */
export async function rotateSecret(ctx: Ctx, id: string): Promise<string> {
  requireAdmin(ctx)
  const fresh = randomSecret()
  const secret = await sealSecret(ctx, id, fresh)
  await inTransaction(ctx, async (ctx) => {
    const { secret: secretBefore } = await getWebhookRow(ctx, id)
    const secretBeforeUntil = new Date(ctx.now().getTime() + BOTH_MS)
    await changeWebhookRow(ctx, id, { secret, secretBefore, secretBeforeUntil })
  })
  return fresh
}
