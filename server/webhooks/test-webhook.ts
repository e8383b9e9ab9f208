import { type Ctx, inTransaction } from '../context.ts'
import { requireAdmin } from '../people/permissions.ts'
import type { Outgoing } from '../ports.ts'
import { type Addresses, testPayload } from './payload.ts'
import { type Answer, postMessage } from './post-message.ts'
import { getWebhookRow } from './rows.ts'
import { secretsOf } from './secrets-of.ts'

type Outlets = Pick<Addresses, 'urlOf'> & { outgoing: Outgoing }

/** An event of no report, sent at once and not again: whoever set it up sees what the other side answers, and how fast. */
export async function testWebhook(ctx: Ctx, outlets: Outlets, id: string): Promise<Answer & { ms: number }> {
  requireAdmin(ctx)
  const webhook = await inTransaction(ctx, (ctx) => getWebhookRow(ctx, id))
  const secrets = await secretsOf(ctx, webhook)
  if (!secrets) return { status: null, failure: 'secret_lost', isPermanent: true, retryAfter: null, ms: 0 }
  const body = testPayload(ctx, outlets)
  const startedAt = performance.now()
  const message = { url: webhook.url, secrets, id: crypto.randomUUID(), at: ctx.now(), body }
  const answer = await postMessage(outlets.outgoing, message)
  return { ...answer, ms: Math.round(performance.now() - startedAt) }
}
