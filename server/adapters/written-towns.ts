/** Tells whose rows may have changed, whoever changed them: a page, the clock, another verb. */
import type { Database, Db } from '../../db/client.ts'

const WRITES = new Set<PropertyKey>(['insert', 'update', 'delete', 'execute'])

/** @param onWrite called when the unit of work is over, also after a failure: who knows how far it came */
export function tellWrites(database: Database, onWrite: (town: string) => void): Database {
  return {
    ...database,
    async inTransaction(town, work) {
      if (town === null) return database.inTransaction(town, work)
      let hasWritten = false
      const noticing = (db: Db) =>
        new Proxy(db, {
          get(target, name) {
            hasWritten ||= WRITES.has(name)
            return Reflect.get(target, name)
          },
        })
      try {
        return await database.inTransaction(town, (db) => work(noticing(db)))
      } finally {
        if (hasWritten) onWrite(town)
      }
    },
  }
}
