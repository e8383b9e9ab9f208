/** scrypt N=2^14 r=8 p=5 (OWASP's setting that still fits a Worker's memory), by node:crypto in both runtimes. */
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import type { Passwords } from '../ports.ts'

const COST = { N: 2 ** 14, r: 8, p: 5 }
const KEY_BYTES = 32

function stretch(password: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) =>
    scrypt(password.normalize('NFKC'), salt, KEY_BYTES, COST, (error, key) => (error ? reject(error) : resolve(key))),
  )
}

async function hash(password: string): Promise<string> {
  const salt = randomBytes(16)
  const key = await stretch(password, salt)
  return `scrypt$${COST.N}$${COST.r}$${COST.p}$${salt.toString('base64')}$${key.toString('base64')}`
}

/** Compared against when there is no such person, so that the answer takes as long. */
const NOBODY = `scrypt$${COST.N}$${COST.r}$${COST.p}$${Buffer.alloc(16).toString('base64')}$${Buffer.alloc(KEY_BYTES).toString('base64')}`

export const scryptPasswords: Passwords = {
  hash,
  async verify(password, stored) {
    const [, , , , salt, key] = (stored ?? NOBODY).split('$')
    const expected = Buffer.from(key ?? '', 'base64')
    const actual = await stretch(password, Buffer.from(salt ?? '', 'base64'))
    return stored !== null && expected.length === actual.length && timingSafeEqual(expected, actual)
  },
}
