import type { Ctx, TxCtx } from '../context.ts'
import type { WebhookRow } from './rows.ts'
import { unsealSecret } from './signature.ts'

/** Those that sign now: after a change of secrets both for a while. Null when they cannot be read any more. */
export async function secretsOf(ctx: Ctx | TxCtx, webhook: WebhookRow): Promise<string[] | null> {
  const { id, secret, secretBefore, secretBeforeUntil } = webhook
  const isBoth = secretBefore !== null && secretBeforeUntil !== null && secretBeforeUntil > ctx.now()
  const sealed = isBoth ? [secret, secretBefore] : [secret]
  const opened = await Promise.all(sealed.map((one) => unsealSecret(ctx, id, one)))
  return opened.every((one) => one !== null) ? opened : null
}
