/** When what a town offers was last changed. */
import type { Database } from '../../db/client.ts'
import type { RegisteredTown } from '../context.ts'
import { findChangeTime } from './rows.ts'
import { findSettingsTime } from './settings-rows.ts'

/** Its file or its settings; of all towns where none is named. */
export function readChangedAt(database: Database, town: RegisteredTown | null): Promise<Date> {
  return database.inTransaction(null, async (db) => {
    const applied = await findChangeTime(db, town)
    const set = await findSettingsTime(db, town)
    return new Date(Math.max(applied?.getTime() ?? 0, set?.getTime() ?? 0))
  })
}
