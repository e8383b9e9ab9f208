/** Postgres over the network, on Node and in workerd. */
import { sql } from 'drizzle-orm'
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { type Database, type Db, entering, newestMigration } from '../../db/client.ts'
import * as schema from '../../db/schema/index.ts'
import { quietWhenLost } from './lost-connections.ts'
import { reaching } from './out-of-reach.ts'

export type PostgresOptions = {
  url: string
  connections?: number
  /** Whether statements may be kept prepared where nothing stands between us and Postgres. */
  mayPrepare?: boolean
}

/** Whoever waits longer for a connection is told to come back; the driver's own limits are meant for batches. */
const CONNECT_SECONDS = 10
const RECONNECT_SECONDS = 0.5
const FINISH_SECONDS = 5

type Pool = {
  client: postgres.Sql
  db: PostgresJsDatabase<typeof schema>
  /** Not known before the first connection. */
  prepares: boolean | undefined
}

/**
 * A pool of the serving role. Statements are kept prepared, which halves the ways there and back, unless a pooler is
 * in between: from one transaction to the next it may give us another connection, where they are not.
 */
export function openPostgres({ url, connections = 10, mayPrepare = true }: PostgresOptions): Database {
  const openPool = (): Pool => {
    const client = postgres(url, {
      max: connections,
      prepare: mayPrepare,
      fetch_types: false,
      connect_timeout: CONNECT_SECONDS,
      backoff: () => RECONNECT_SECONDS,
      onnotice: () => undefined,
    })
    const ways = { onLost: () => leave(opened), prepares: () => opened.prepares ?? false }
    const db = drizzle(quietWhenLost(client, ways), { schema })
    const opened: Pool = { client, db, prepares: mayPrepare ? undefined : false }
    return opened
  }
  let pool = openPool()
  /** A pool with a lost connection takes nothing new; who still talks on its other connections may finish. */
  const leave = (left: Pool) => {
    if (left !== pool) return
    pool = openPool()
    void left.client.end({ timeout: FINISH_SECONDS }).catch(() => undefined)
  }
  const database: Database = {
    inTransaction: (town, work) =>
      reaching(async () => {
        const entered = pool
        entered.prepares ??= await isDirect(entered.client)
        return entered.db.transaction(async (tx) => {
          // Without parameters this is one simple query, so one round trip.
          await tx.execute(sql.raw(entering(town).join('; ')))
          return work(tx as unknown as Db)
        })
      }),
    schemaVersion: () => database.inTransaction(null, newestMigration),
    close: () => pool.client.end({ timeout: FINISH_SECONDS }),
  }
  return database
}

/** A pooler tells its clients process ids of its own, since a cancelled statement has to be found behind it. */
async function isDirect(client: postgres.Sql): Promise<boolean> {
  const told = await client<{ pid: number }[]>`select pg_backend_pid() as pid`
  return told[0]?.pid === told.state.pid
}
