/** Postgres over the network, on Node and in workerd. */
import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { type Database, type Db, entering, newestMigration } from '../../db/client.ts'
import * as schema from '../../db/schema/index.ts'
import { quietWhenLost } from './lost-connections.ts'
import { reaching } from './out-of-reach.ts'

export type PostgresOptions = { url: string; connections?: number }

/** Whoever waits longer for a connection is told to come back; the driver's own limits are meant for batches. */
const CONNECT_SECONDS = 10
const RECONNECT_SECONDS = 0.5
const FINISH_SECONDS = 5

/** A pool of the serving role. Prepared statements stay off: transaction poolers do not keep them. */
export function openPostgres({ url, connections = 10 }: PostgresOptions): Database {
  const openPool = () => {
    const client = postgres(url, {
      max: connections,
      prepare: false,
      fetch_types: false,
      connect_timeout: CONNECT_SECONDS,
      backoff: () => RECONNECT_SECONDS,
      onnotice: () => undefined,
    })
    const opened = {
      client,
      db: drizzle(
        quietWhenLost(client, () => leave(opened)),
        { schema },
      ),
    }
    return opened
  }
  let pool = openPool()
  /** A pool with a lost connection takes nothing new; who still talks on its other connections may finish. */
  const leave = (left: typeof pool) => {
    if (left !== pool) return
    pool = openPool()
    void left.client.end({ timeout: FINISH_SECONDS }).catch(() => undefined)
  }
  const database: Database = {
    inTransaction: (town, work) =>
      reaching(() =>
        pool.db.transaction(async (tx) => {
          // Without parameters this is one simple query, so one round trip.
          await tx.execute(sql.raw(entering(town).join('; ')))
          return work(tx as unknown as Db)
        }),
      ),
    schemaVersion: () => database.inTransaction(null, newestMigration),
    close: () => pool.client.end({ timeout: FINISH_SECONDS }),
  }
  return database
}
