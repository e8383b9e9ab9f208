/** Tries within a window of time, counted in the database so that every process sees the same. */
import { sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { limits } from '../../db/schema/platform.ts'
import { AppError } from '../errors.ts'
import { hashOf } from '../secrets.ts'

/** @throws too_many when this try is one too many; `what` is hashed before it is stored */
export async function countTry(
  db: Db,
  what: string,
  { most, windowMs }: { most: number; windowMs: number },
  now: Date,
): Promise<void> {
  const windowStart = new Date(Math.floor(now.getTime() / windowMs) * windowMs)
  const [row] = await db
    .insert(limits)
    .values({ key: await hashOf(what), windowStart, count: 1 })
    .onConflictDoUpdate({ target: [limits.key, limits.windowStart], set: { count: sql`${limits.count} + 1` } })
    .returning({ count: limits.count })
  if (row!.count > most) throw new AppError('too_many', 'too_many')
}
