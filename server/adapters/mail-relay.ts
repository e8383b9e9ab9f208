/**
 * Mail by one HTTPS POST, where no SMTP can be spoken: Postal's `send/raw`, which takes the whole mail as we write it.
 * Its `send/message` would give the mail a Message-ID of its own, and a repeated one would be another mail.
 */
import { DeliveryError } from '../errors.ts'
import type { Mailer } from '../ports.ts'
import { boundedJson } from './bounded.ts'
import { isOneAddress } from './mail-headers.ts'
import { base64, rawMail } from './mail-raw.ts'

/** A relay that says nothing for so long is taken for dead; the mail stays due. */
const TIMEOUT_MS = 20_000
/** What it says of one mail is a few hundred. */
const MOST_BYTES = 64 * 1024
/** About the mail itself: unreadable, too large, wrong. Any other refusal is about us or the moment, and may pass. */
const ABOUT_MAIL: readonly number[] = [400, 413, 422]

export type MailRelay = {
  /** Base of the relay's addresses. */
  url: string
  /** Key of one mail server in Postal ("API credential"). */
  token: string
  /** Envelope and header address. */
  from: string
  now: () => Date
  timeoutMs?: number
}

export function relayMailer({ url, token, from, now, timeoutMs = TIMEOUT_MS }: MailRelay): Mailer {
  const target = `${url.replace(/\/+$/, '')}/api/v1/send/raw`
  return {
    async send(message) {
      if (!isOneAddress(message.to)) throw new DeliveryError('address_refused', { permanent: true })
      const data = base64(rawMail(message, { from, date: now() }))
      const answer = await fetch(target, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'X-Server-API-Key': token },
        body: JSON.stringify({ mail_from: from, rcpt_to: [message.to], data }),
        redirect: 'manual',
        signal: AbortSignal.timeout(timeoutMs),
      }).catch(unreachable)
      if (ABOUT_MAIL.includes(answer.status)) throw refused(`status ${answer.status}`)
      if (!answer.ok) throw unreachable(`status ${answer.status}`)
      requireSuccess(await boundedJson(answer, MOST_BYTES).catch(unreachable))
    },
  }
}

/** Postal answers 200 to everything that reaches it; what became of it stands in the body. */
function requireSuccess(body: unknown): void {
  const { status, data } = (body ?? {}) as { status?: unknown; data?: { code?: unknown } }
  if (status === 'success') return
  if (status === 'parameter-error') throw refused(status)
  // An unknown key, a suspended server, a sender that is not ours: nothing of it is about the mail.
  unreachable(`${status} ${data?.code}`)
}

const refused = (why: string) =>
  new DeliveryError('mail_refused', { permanent: true, cause: new Error(`mail relay: ${why}`) })

/** @param why never the answer's own words, which may repeat the key or an address */
function unreachable(why: unknown): never {
  const cause = why instanceof Error ? why : new Error(`mail relay: ${why}`)
  throw new DeliveryError('mail_unreachable', { permanent: false, cause })
}
