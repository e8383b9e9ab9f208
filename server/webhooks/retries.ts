/** When a delivery that failed is tried again: the schedule that Standard Webhooks 1.0.0 proposes. */

const SECOND_MS = 1000
const MINUTE_MS = 60 * SECOND_MS
const HOUR_MS = 60 * MINUTE_MS

/** After the first try, after the second and so on. After the last somebody has to look. */
export const WAITS_MS = [
  5 * SECOND_MS,
  5 * MINUTE_MS,
  30 * MINUTE_MS,
  2 * HOUR_MS,
  5 * HOUR_MS,
  10 * HOUR_MS,
  14 * HOUR_MS,
  20 * HOUR_MS,
  24 * HOUR_MS,
]
/** Up to so much longer, so that what failed together does not come back together. */
const JITTER = 0.1
/** A system that asks for more is not waited for longer. */
const LONGEST_MS = 24 * HOUR_MS

type Failed = { attempts: number; at: Date; retryAfter: string | null; random?: number }

/** @param failed `attempts` with the one that has just failed; null after the last */
export function nextTry({ attempts, at, retryAfter, random = randomShare() }: Failed): Date | null {
  const wait = WAITS_MS[attempts - 1]
  if (wait === undefined) return null
  const planned = wait * (1 + JITTER * random)
  return new Date(at.getTime() + Math.max(planned, Math.min(askedFor(retryAfter, at), LONGEST_MS)))
}

/** Seconds or a date (RFC 9110, 10.2.3), as milliseconds from now; 0 for neither. */
function askedFor(retryAfter: string | null, at: Date): number {
  if (retryAfter === null) return 0
  if (/^\d{1,9}$/.test(retryAfter.trim())) return Number(retryAfter) * SECOND_MS
  const until = Date.parse(retryAfter)
  return Number.isNaN(until) ? 0 : Math.max(0, until - at.getTime())
}

/** 0 to 1 */
function randomShare(): number {
  const [random = 0] = crypto.getRandomValues(new Uint32Array(1))
  return random / 2 ** 32
}
