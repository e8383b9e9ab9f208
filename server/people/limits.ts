/** Tries within a window of time, counted in the database so that every process sees the same. */
import type { Db } from '../../db/client.ts'
import { AppError } from '../errors.ts'
import { hashOf } from '../secrets.ts'
import { addTry } from './rows.ts'

/** @throws too_many when this try is one too many; `what` is hashed before it is stored */
export async function countTry(
  db: Db,
  what: string,
  { most, windowMs }: { most: number; windowMs: number },
  now: Date,
): Promise<void> {
  const windowStart = new Date(Math.floor(now.getTime() / windowMs) * windowMs)
  const tries = await addTry(db, await hashOf(what), windowStart)
  if (tries > most) throw new AppError('too_many', 'too_many')
}
