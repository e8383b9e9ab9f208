/** What the application says to its database, so that the same can be said to it without the application. */
import type { Database } from '../../db/client.ts'

export type Statement = { sql: string; params: unknown[] }
export type Group = { town: string | null; statements: Statement[] }
type Logging = { session: { logger: { logQuery: (sql: string, params: unknown[]) => void } } }

/** Notes every unit of work in `groups`, as soon as it has begun. */
export function noting(database: Database, groups: Group[]): Database {
  return {
    ...database,
    inTransaction: (town, work) =>
      database.inTransaction(town, (db) => {
        const group: Group = { town, statements: [] }
        groups.push(group)
        const { session } = db as unknown as Logging
        session.logger = { logQuery: (sql, params) => void group.statements.push({ sql, params }) }
        return work(db)
      }),
  }
}
