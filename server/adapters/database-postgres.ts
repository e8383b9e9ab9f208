/** Postgres over the network, on Node and in workerd. */
import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { type Database, type Db, entering, newestMigration } from '../../db/client.ts'
import * as schema from '../../db/schema/index.ts'
import { reaching } from './out-of-reach.ts'

export type PostgresOptions = { url: string; connections?: number }

/** Whoever waits longer for a connection is told to come back; the driver's own limits are meant for batches. */
const CONNECT_SECONDS = 10
const RECONNECT_SECONDS = 0.5

/** A pool of the serving role. Prepared statements stay off: transaction poolers do not keep them. */
export function openPostgres({ url, connections = 10 }: PostgresOptions): Database {
  const client = postgres(url, {
    max: connections,
    prepare: false,
    fetch_types: false,
    connect_timeout: CONNECT_SECONDS,
    backoff: () => RECONNECT_SECONDS,
    onnotice: () => undefined,
  })
  const db = drizzle(client, { schema })
  const database: Database = {
    inTransaction: (town, work) =>
      reaching(() =>
        db.transaction(async (tx) => {
          // Without parameters this is one simple query, so one round trip.
          await tx.execute(sql.raw(entering(town).join('; ')))
          return work(tx as unknown as Db)
        }),
      ),
    schemaVersion: () => database.inTransaction(null, newestMigration),
    close: () => client.end({ timeout: 5 }),
  }
  return database
}
