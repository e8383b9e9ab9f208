/** The browser's side of the proof of work: ALTCHA v2, PBKDF2. */

export type Challenge = {
  parameters: { algorithm: string; nonce: string; salt: string; cost: number; keyLength: number; keyPrefix: string }
  signature: string
}

/** As many at once as a phone has cores; the browser derives beside the page, so that nothing in it stands still. */
const AT_ONCE = 4

/** The text that is sent along: challenge and solution. */
export async function solveProof(challenge: Challenge): Promise<string> {
  const { algorithm, nonce, salt, cost, keyLength, keyPrefix } = challenge.parameters
  const [head, salted] = [bytesOf(nonce), bytesOf(salt)]
  const derive = async (counter: number) => {
    const password = new Uint8Array(head.length + 4)
    password.set(head)
    new DataView(password.buffer).setUint32(head.length, counter)
    const key = await crypto.subtle.importKey('raw', password, 'PBKDF2', false, ['deriveBits'])
    const how = { name: 'PBKDF2', salt: salted, iterations: cost, hash: algorithm.slice('PBKDF2/'.length) }
    return hexOf(new Uint8Array(await crypto.subtle.deriveBits(how, key, keyLength * 8)))
  }
  for (let first = 0; ; first += AT_ONCE) {
    const keys = await Promise.all(Array.from({ length: AT_ONCE }, (_, index) => derive(first + index)))
    const at = keys.findIndex((key) => key.startsWith(keyPrefix))
    if (at >= 0) return btoa(JSON.stringify({ challenge, solution: { counter: first + at, derivedKey: keys[at] } }))
  }
}

const bytesOf = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
const hexOf = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
