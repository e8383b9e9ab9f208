/** Postgres over the network, on Node and in workerd. */
import { PgDialect } from 'drizzle-orm/pg-core'
import { drizzle, PostgresJsSession, PostgresJsTransaction } from 'drizzle-orm/postgres-js'
import postgres, { type Sql, type TransactionSql } from 'postgres'
import { type Database, type Db, entering, newestMigration } from '../../db/client.ts'
import { begin } from './lost-connections.ts'
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
    // Tells the driver which types of values Drizzle reads by itself.
    return drizzle(client).$client
  }
  let pool = openPool()
  /** A pool with a lost connection takes nothing new; who still talks on its other connections may finish. */
  const leave = (left: typeof pool) => {
    if (left !== pool) return
    pool = openPool()
    void left.end({ timeout: FINISH_SECONDS }).catch(() => undefined)
  }
  const inTransaction: Database['inTransaction'] = (town, work) => {
    const used = pool
    return reaching(() =>
      begin(
        used,
        (sql) => {
          // Nobody waits for it: it goes out with the first statement, which finds no transaction to be in if this fails.
          sql.unsafe(entering(town).join('; ')).execute()
          return work(handleOf(sql))
        },
        () => leave(used),
      ),
    )
  }
  return {
    inTransaction,
    schemaVersion: () => inTransaction(null, newestMigration),
    close: () => pool.end({ timeout: FINISH_SECONDS }),
  }
}

const dialect = new PgDialect()

/** Drizzle, within a transaction that was begun for it. */
function handleOf(sql: TransactionSql): Db {
  const session = new PostgresJsSession<TransactionSql & Sql, never, never>(
    sql as TransactionSql & Sql,
    dialect,
    undefined,
  )
  return new PostgresJsTransaction(dialect, session, undefined) as unknown as Db
}
