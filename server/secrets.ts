/** Random and derived secrets, by Web Crypto so that they are the same in every runtime. */

const encoder = new TextEncoder()

export function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}

/** 256 random bits as base64url. */
export function randomToken(): string {
  return base64url(crypto.getRandomValues(new Uint8Array(32)))
}

/** SHA-256 as base64url: what is stored instead of a token. */
export async function hashOf(text: string): Promise<string> {
  return base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', encoder.encode(text))))
}

/** HMAC-SHA-256 of the parts under the installation's secret, as base64url. */
export async function derive(secret: string, ...parts: (string | number)[]): Promise<string> {
  return base64url(await sign(secret, parts))
}

/** The same as a name for a row (a UUID of version 8). */
export async function deriveId(secret: string, ...parts: (string | number)[]): Promise<string> {
  const bytes = (await sign(secret, parts)).slice(0, 16)
  bytes[6] = 0x80 | (bytes[6]! & 0x0f)
  bytes[8] = 0x80 | (bytes[8]! & 0x3f)
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** An installation has one secret, and derives from it several times in every request. */
let imported: { secret: string; key: CryptoKey } | undefined

async function keyOf(secret: string): Promise<CryptoKey> {
  if (imported?.secret === secret) return imported.key
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('raw', encoder.encode(secret), algorithm, false, ['sign'])
  imported = { secret, key }
  return key
}

async function sign(secret: string, parts: (string | number)[]): Promise<Uint8Array> {
  const signature = await crypto.subtle.sign('HMAC', await keyOf(secret), encoder.encode(parts.join('\u0000')))
  return new Uint8Array(signature)
}
