/** One call of a webhook, and what became of it. */
import { DeliveryError } from '../errors.ts'
import type { Outgoing } from '../ports.ts'
import { signatureOf } from './signature.ts'

/** Standard Webhooks: 15 to 30 s. */
const TIMEOUT_MS = 15_000
/** Nobody reads the answer; a system that sends a whole page with it has taken the message all the same. */
const MOST_BYTES = 262_144

type Message = { url: string; secrets: readonly string[]; id: string; at: Date; body: string }

export type Answer = {
  /** Null when there was none. */
  status: number | null
  /** Reason key; null for a 2xx, and nothing else is taken. */
  failure: string | null
  isPermanent: boolean
  retryAfter: string | null
}

/** @param message `id` stays the same over all its tries */
export async function postMessage(outgoing: Outgoing, { url, secrets, id, at, body }: Message): Promise<Answer> {
  const timestamp = Math.floor(at.getTime() / 1000)
  try {
    const { status, headers } = await outgoing.call({
      url,
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'webhook-id': id,
        'webhook-timestamp': String(timestamp),
        'webhook-signature': await signatureOf(secrets, { id, timestamp, body }),
      },
      body,
      timeoutMs: TIMEOUT_MS,
      mostBytes: MOST_BYTES,
    })
    return { status, failure: failureOf(status), isPermanent: status === GONE, retryAfter: headers.get('Retry-After') }
  } catch (error) {
    if (!(error instanceof DeliveryError)) throw error
    return { status: null, failure: error.reason, isPermanent: error.permanent, retryAfter: null }
  }
}

/** Whoever answers so wants no more of it. */
const GONE = 410

function failureOf(status: number): string | null {
  if (status >= 200 && status < 300) return null
  if (status === GONE) return 'webhook_gone'
  return status >= 300 && status < 400 ? 'redirected' : 'status_wrong'
}
