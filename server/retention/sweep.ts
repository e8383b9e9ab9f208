/** What belongs to no town: rows of the platform that are over, and towns in which nobody erases yet. */
import type { Database } from '../../db/client.ts'
import { ensureNightly } from '../towns/recheck.ts'
import { listTownsWithoutErasing, removePlatformLeftovers } from './leftover-rows.ts'

/** @returns whether there is more to do at once */
export async function sweepPlatform({ database, now }: { database: Database; now: () => Date }): Promise<boolean> {
  const isMore = await database.inTransaction(null, (db) => removePlatformLeftovers(db, now()))
  for (const town of await database.inTransaction(null, listTownsWithoutErasing)) {
    await database.inTransaction(null, (db) => ensureNightly(db, 'erase_old', town, now()))
  }
  return isMore
}
