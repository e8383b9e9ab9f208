/**
 * Proof of work, as ALTCHA v2 speaks it: the browser looks for a number, which costs a person nothing and a machine
 * that sends thousands a lot. No third party, no cookie, nothing to read or to listen to.
 */
import { createChallenge, verifySolution } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2'
import type { Challenge } from 'altcha-lib/types'
import { z } from 'zod'
import type { Counting } from '../limits/count.ts'
import { addTries } from '../limits/rows.ts'
import { derive } from '../secrets.ts'

const ALGORITHM = 'PBKDF2/SHA-256'
/** One try, and all that checking costs the server: a millisecond or two. */
const COST = 5000
/**
 * So many tries until the number is found. Measured in Chromium on a loaded desktop: 0.2 s, with its CPU throttled to a
 * quarter 0.6 to 1 s, beside what somebody reads.
 */
const FROM = 150
const SPAN = 150
const VALID_MS = 10 * 60_000
/** Sent along with a form: far below a kilobyte. */
const MOST_TEXT = 4000

type Asking = Counting & { town: string }

const signatureKey = (secret: string) => derive(secret, 'proof of work')

/** For this town alone, and for ten minutes. */
export async function makeChallenge({ secret, now, town }: Asking): Promise<Challenge> {
  const [random = 0] = crypto.getRandomValues(new Uint32Array(1))
  return createChallenge({
    algorithm: ALGORITHM,
    cost: COST,
    counter: FROM + (random % SPAN),
    deriveKey,
    // Not `expiresAt`, which the library holds against a clock of its own.
    data: { town, until: now().getTime() + VALID_MS },
    hmacSignatureSecret: await signatureKey(secret),
  })
}

const Payload = z.object({
  challenge: z.object({
    parameters: z.looseObject({
      algorithm: z.literal(ALGORITHM),
      nonce: z.string(),
      salt: z.string(),
      cost: z.literal(COST),
      keyLength: z.number(),
      keyPrefix: z.string(),
      data: z.object({ town: z.string(), until: z.number() }),
    }),
    signature: z.string(),
  }),
  solution: z.object({ counter: z.number(), derivedKey: z.string(), time: z.number().optional() }),
})

/** True once for each challenge. What is wrong, over, of another town or used already is as if it were not there. */
export async function isProven({ database, secret, now, town }: Asking, text: unknown): Promise<boolean> {
  const payload = Payload.safeParse(read(text))
  if (!payload.success) return false
  const { challenge, solution } = payload.data
  const { data } = challenge.parameters
  if (data.town !== town || data.until <= now().getTime()) return false
  const hmacSignatureSecret = await signatureKey(secret)
  const { verified } = await verifySolution({ challenge, solution, deriveKey, hmacSignatureSecret }).catch(() => ({
    verified: false,
  }))
  if (!verified) return false
  const key = await derive(secret, 'proof used', challenge.signature)
  const used = { key, windowStart: new Date(data.until), amount: 1 }
  const counts = await database.inTransaction(null, (db) => addTries(db, [used]))
  return counts.get(key) === 1
}

function read(text: unknown): unknown {
  if (typeof text !== 'string' || text.length > MOST_TEXT) return undefined
  try {
    return JSON.parse(atob(text))
  } catch {
    return undefined
  }
}
