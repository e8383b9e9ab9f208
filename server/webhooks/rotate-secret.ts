import { type Ctx, inTransaction } from '../context.ts'
import { conflict } from '../errors.ts'
import { requireAdmin } from '../people/permissions.ts'
import { hashOf } from '../secrets.ts'
import { changeWebhookRow, holdWebhookRow, type WebhookRow } from './rows.ts'
import { randomSecret, sealSecret } from './signature.ts'

/** Time to change it on the other side: until then both sign. */
const BOTH_MS = 24 * 3_600_000

/** Which secret a page is about, without a word of it. */
export const markOf = ({ secret }: Pick<WebhookRow, 'secret'>) => hashOf(secret)

/**
 * @param mark of the secret that goes: sent again, the page would take away the one the other side still has
 * @returns the new secret, which is shown this once. @throws conflict `secret_shown` when another has come meanwhile
 */
export async function rotateSecret(ctx: Ctx, id: string, mark?: string): Promise<string> {
  requireAdmin(ctx)
  const fresh = randomSecret()
  const secret = await sealSecret(ctx, id, fresh)
  await inTransaction(ctx, async (ctx) => {
    const webhook = await holdWebhookRow(ctx, id)
    if (mark !== undefined && mark !== (await markOf(webhook))) throw conflict('secret_shown')
    const secretBeforeUntil = new Date(ctx.now().getTime() + BOTH_MS)
    await changeWebhookRow(ctx, id, { secret, secretBefore: webhook.secret, secretBeforeUntil })
  })
  return fresh
}
