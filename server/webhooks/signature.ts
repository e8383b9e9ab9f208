/** Signatures and secrets by Standard Webhooks 1.0.0: `v1` is HMAC-SHA-256. */
import { seal, unseal } from '../sealed.ts'

const PREFIX = 'whsec_'
const SECRET_BYTES = 32
const encoder = new TextEncoder()

/** As it is shown to whoever sets up the other side. */
export const randomSecret = () => PREFIX + base64(crypto.getRandomValues(new Uint8Array(SECRET_BYTES)))

type Owner = { secret: string; town: { key: string } }

export const sealSecret = ({ secret, town }: Owner, webhookId: string, text: string) =>
  seal(secret, `webhook ${town.key} ${webhookId}`, text)

/** Null for what was sealed under another APP_SECRET. */
export const unsealSecret = ({ secret, town }: Owner, webhookId: string, sealed: string) =>
  unseal(secret, `webhook ${town.key} ${webhookId}`, sealed)

type Message = { id: string; timestamp: number; body: string }

/** One for each secret, parted by spaces. @param message its time in seconds */
export async function signatureOf(secrets: readonly string[], { id, timestamp, body }: Message): Promise<string> {
  const content = encoder.encode(`${id}.${timestamp}.${body}`)
  const signatures = await Promise.all(secrets.map(async (secret) => `v1,${base64(await sign(secret, content))}`))
  return signatures.join(' ')
}

async function sign(secret: string, content: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const bytes = Uint8Array.from(atob(secret.slice(PREFIX.length)), (sign) => sign.charCodeAt(0))
  const key = await crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, content))
}

const base64 = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes))
