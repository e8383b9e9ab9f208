/** Tries within a window of time, counted in the transaction of what is tried. */
import type { Db } from '../../db/client.ts'
import { AppError } from '../errors.ts'
import { addTries } from '../limits/rows.ts'
import { hashOf } from '../secrets.ts'

/** @throws too_many when this try is one too many; `what` is hashed before it is stored */
export async function countTry(
  db: Db,
  what: string,
  { most, windowMs }: { most: number; windowMs: number },
  now: Date,
): Promise<void> {
  const windowStart = new Date(Math.floor(now.getTime() / windowMs) * windowMs)
  const key = await hashOf(what)
  const counts = await addTries(db, [{ key, windowStart, amount: 1 }])
  if (counts.get(key)! > most) throw new AppError('too_many', 'too_many')
}
