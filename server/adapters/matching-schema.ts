/** A database that is used only while it has the schema this build was made for: where no start can refuse. */
import { type Database, newestMigration } from '../../db/client.ts'
import { AppError } from '../errors.ts'
import { SCHEMA_VERSION } from '../schema-version.ts'

/** How long a schema that fitted is believed, so that requests need not ask each time. */
const FRESH_MS = 5_000

/** When it was last seen to fit; outlives the databases of single requests. */
export type SchemaSeen = { fittedAt: number }

/**
 * Asks inside the unit of work that comes anyway, so that it costs no connection and no transaction of its own.
 * @throws AppError unavailable where the schema is another one, is missing or cannot be read
 */
export function onlyWithSchema(database: Database, seen: SchemaSeen, now: () => Date): Database {
  return {
    ...database,
    async inTransaction(town, work) {
      if (now().getTime() - seen.fittedAt < FRESH_MS) return database.inTransaction(town, work)
      let fits = false
      try {
        return await database.inTransaction(town, async (db) => {
          if ((await newestMigration(db)) !== SCHEMA_VERSION) throw new Error('the database has another schema version')
          fits = true
          seen.fittedAt = now().getTime()
          return work(db)
        })
      } catch (error) {
        if (fits || error instanceof AppError) throw error
        throw new AppError('unavailable', 'unavailable', { cause: error })
      }
    },
  }
}
