/** What a mail server says about a mail of ours that it could not deliver: RFC 3464 inside RFC 6522. */
import PostalMime, { type Email } from 'postal-mime'

/** `gone`: nobody takes mail at this address. `refused`: this mail was not taken. `late`: it did not get there yet. */
export type Verdict = 'gone' | 'refused' | 'expired' | 'late'
export type Bounce = { deliveryId: string; town: string; verdict: Verdict }

/** `<deliveryId>.<town>@…`, as deliver-due.ts gives it. */
const MESSAGE_ID =
  /^message-id:\s*<([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\.([a-z][a-z0-9-]{1,62})@[^<>\s]+>/im

/** Null for whatever is no such message, or is about none of our mails. */
export async function readBounce(message: Uint8Array): Promise<Bounce | null> {
  const mail = await PostalMime.parse(message, { forceRfc822Attachments: true, attachmentEncoding: 'utf8' }).catch(
    () => null,
  )
  if (!mail || !/^multipart\/report\b.*\bdelivery-status\b/is.test(contentType(mail))) return null
  const verdict = verdictOf(partOf(mail, /^message\/(global-)?delivery-status$/))
  const returned = partOf(mail, /^(message\/(rfc822|global)(-headers)?|text\/rfc822-headers)$/)
  const [, deliveryId, town] = MESSAGE_ID.exec(headersOf(returned)) ?? []
  return verdict && deliveryId && town ? { deliveryId, town, verdict } : null
}

const contentType = ({ headers }: Email) => headers.find(({ key }) => key === 'content-type')?.value ?? ''

function partOf({ attachments }: Email, kind: RegExp): string {
  const content = attachments.find(({ mimeType }) => kind.test(mimeType.toLowerCase()))?.content ?? ''
  return typeof content === 'string' ? content : new TextDecoder().decode(content)
}

/** Up to the first empty line, long lines joined again. */
const headersOf = (message: string) => unfolded(message.trimStart().split(/\r?\n\r?\n/, 1)[0]!)
const unfolded = (headers: string) => headers.replaceAll(/\r?\n[ \t]+/g, ' ')

/** The groups after the first each speak of one recipient; a mail of ours has one, which may be forwarded to several. */
function verdictOf(status: string): Verdict | null {
  const recipients = unfolded(status)
    .split(/\r?\n(?:[ \t]*\r?\n)+/)
    .map((group) => ({
      action: /^action:\s*([a-z]+)/im.exec(group)?.[1]?.toLowerCase(),
      status: /^status:\s*([245]\.\d{1,3}\.\d{1,3})/im.exec(group)?.[1] ?? '',
    }))
  const failed = recipients.filter(({ action }) => action === 'failed')
  if (failed.length === 0) return recipients.some(({ action }) => action === 'delayed') ? 'late' : null
  if (failed.some(({ status }) => !status.startsWith('5'))) return 'expired'
  return failed.every(({ status }) => saysGone(status)) ? 'gone' : 'refused'
}

/**
 * RFC 3463: 5.7 is about who may send and 5.6 and 5.3.4 about this one mail. They say nothing against the address: a
 * server that takes us for a sender of spam must not silence everybody with an account there.
 */
export const saysGone = (status: string) => /^5\./.test(status) && !/^5\.(6|7)\.|^5\.3\.4$/.test(status)
