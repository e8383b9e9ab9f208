/** Counting within windows of time, in the database so that every process sees the same. */
import type { Database } from '../../db/client.ts'
import { AppError } from '../errors.ts'
import { derive } from '../secrets.ts'
import { addTries } from './rows.ts'

const DAY_MS = 86_400_000

export type Most = { most: number; windowMs: number }
/** `who`: an address, a town, a mailbox. No window is longer than a day. */
export type Counted = Most & { what: string; who: string; amount?: number }

export type Counting = { database: Database; secret: string; now: () => Date }

/**
 * Counts all of it in one statement of a transaction of its own.
 * @throws too_many with `retryAfter` in seconds, when one of them is over its most
 */
export async function countAll({ database, secret, now }: Counting, counted: readonly Counted[]): Promise<void> {
  if (counted.length === 0) return
  const at = now()
  const tries = await Promise.all(
    counted.map(async (one) => {
      const windowStart = windowOf(at, one.windowMs)
      return { ...one, windowStart, key: await keyOf(secret, one, windowStart), amount: one.amount ?? 1 }
    }),
  )
  const counts = await database.inTransaction(null, (db) => addTries(db, tries))
  const over = tries.filter(({ key, most }) => (counts.get(key) ?? 0) > most)
  if (over.length === 0) return
  throw tooManyUntil(Math.max(...over.map(({ windowStart, windowMs }) => windowStart.getTime() + windowMs)), at)
}

/** @param end ms since the epoch, when it may be tried again */
export const tooManyUntil = (end: number, now: Date) =>
  new AppError('too_many', 'too_many_now', {
    facts: { retryAfter: Math.max(1, Math.ceil((end - now.getTime()) / 1000)) },
  })

const windowOf = (at: Date, windowMs: number) => new Date(Math.floor(at.getTime() / windowMs) * windowMs)

/** Under another salt every day, so that nobody can be followed from one day to the next, nor found from the row. */
function keyOf(secret: string, { what, who, windowMs }: Counted, windowStart: Date): Promise<string> {
  return derive(secret, 'limit', Math.floor(windowStart.getTime() / DAY_MS), windowMs, what, who)
}
