/** Tries within a window of time, counted in the transaction of what is tried. */
import type { Db } from '../../db/client.ts'
import { AppError } from '../errors.ts'
import { addTries, takeBackTry } from '../limits/rows.ts'
import { hashOf } from '../secrets.ts'
import { noteSecurity, type Office } from './office.ts'

export type Window = { most: number; windowMs: number }

/** @throws too_many when this try is one too many; `what` is hashed before it is stored */
export async function countTry(db: Db, what: string, { most, windowMs }: Window, now: Date): Promise<void> {
  const windowStart = startOf(windowMs, now)
  const key = await hashOf(what)
  const tries = (await addTries(db, [{ key, windowStart, amount: 1 }])).get(key)!
  if (tries <= most) return
  const seconds = Math.ceil((windowStart.getTime() + windowMs - now.getTime()) / 1000)
  throw new AppError('too_many', 'too_many', { facts: { retryAfter: seconds } })
}

/** One thing that is counted: `sign-in` of somebody or from somewhere. */
export type Limit = Window & { name: string; of: string }

/**
 * Each in a transaction of its own, so that a try which one limit refuses still counts for the others.
 * @throws too_many at the first that is full
 */
export async function countTries(office: Pick<Office, 'database' | 'log' | 'now'>, limits: readonly Limit[]) {
  for (const { name, of, ...window } of limits) {
    try {
      await office.database.inTransaction(null, (db) => countTry(db, `${name} ${of}`, window, office.now()))
    } catch (error) {
      if (error instanceof AppError) noteSecurity(office, 'limit_hit', { limit: name })
      throw error
    }
  }
}

/** A try that was right shall not count: a whole town hall comes in from one address in the morning. */
export async function forgetTry({ database, now }: Pick<Office, 'database' | 'now'>, { name, of, windowMs }: Limit) {
  const key = await hashOf(`${name} ${of}`)
  await database.inTransaction(null, (db) => takeBackTry(db, key, startOf(windowMs, now())))
}

const startOf = (windowMs: number, now: Date) => new Date(Math.floor(now.getTime() / windowMs) * windowMs)
