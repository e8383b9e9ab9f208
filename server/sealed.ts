/** Secrets that have to be read again, sealed by AES-256-GCM under keys derived from APP_SECRET. */
import { base64url } from './secrets.ts'

const encoder = new TextEncoder()
const NONCE_BYTES = 12

/** @param purpose what it is and whose: what was sealed for one opens for no other */
export async function seal(secret: string, purpose: string, text: string): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(NONCE_BYTES))
  const sealed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv },
    await keyOf(secret, purpose),
    encoder.encode(text),
  )
  return base64url(new Uint8Array([...iv, ...new Uint8Array(sealed)]))
}

/** @returns null for what was sealed with another secret or purpose, or changed since */
export async function unseal(secret: string, purpose: string, sealed: string): Promise<string | null> {
  const bytes = Uint8Array.from(atob(sealed.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0))
  const iv = bytes.subarray(0, NONCE_BYTES)
  try {
    const key = await keyOf(secret, purpose)
    const text = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, bytes.subarray(NONCE_BYTES))
    return new TextDecoder().decode(text)
  } catch {
    return null
  }
}

async function keyOf(secret: string, purpose: string): Promise<CryptoKey> {
  const material = await crypto.subtle.importKey('raw', encoder.encode(secret), 'HKDF', false, ['deriveKey'])
  const salted = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: encoder.encode(purpose) }
  return crypto.subtle.deriveKey(salted, material, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
}
