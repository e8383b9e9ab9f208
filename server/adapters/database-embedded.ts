/** The embedded database (PGlite): for trial, demo and small pilots. One process at a time, see data-dir-lock.ts. */
import { mkdirSync } from 'node:fs'
import { PGlite, type Transaction } from '@electric-sql/pglite'
import { PgDialect } from 'drizzle-orm/pg-core'
import { drizzle, PgliteSession, PgliteTransaction } from 'drizzle-orm/pglite'
import { migrate } from 'drizzle-orm/pglite/migrator'
import { type Database, type Db, entering, newestMigration } from '../../db/client.ts'
import { ConfigError } from '../config.ts'
import { freeBytes, RESERVE_BYTES } from './free-space.ts'
import { reaching } from './out-of-reach.ts'

export type EmbeddedOptions = {
  /** Folder on disk; absent means in memory. */
  dataDir?: string
  /** A dump to start from, for tests. */
  loadDataDir?: Blob
  migrations: string
  /** Told once when the database has ended: nothing but a new start helps. */
  onDead?: (error: unknown) => void
}

const NO_ROOM = (dataDir: string) =>
  `DATA_DIR: Auf dem Datenträger von ${dataDir} ist kaum noch Platz. Schaffen Sie mindestens ${RESERVE_BYTES / 1024 ** 2} MB, dann starten Sie noch einmal.`

/**
 * Opens and migrates. On disk with fsync, which PGlite leaves off by default: acknowledged means written. When the disk
 * is nearly full it is only read: writing on until its log has no room would end it.
 * @throws ConfigError when there is no room to start
 */
export async function openEmbedded({ dataDir, loadDataDir, migrations, onDead }: EmbeddedOptions) {
  const isFull = async () => dataDir !== undefined && (await freeBytes(dataDir)) < RESERVE_BYTES
  if (dataDir) mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  if (await isFull()) throw new ConfigError([NO_ROOM(dataDir!)])
  const durable = dataDir ? { startParams: PGlite.defaultStartParams.filter((param) => param !== '-F') } : {}
  const client = await PGlite.create({
    ...(dataDir ? { dataDir } : {}),
    ...(loadDataDir ? { loadDataDir } : {}),
    ...durable,
  })
  const hasEnded = watchEnd(client, onDead)
  await migrate(drizzle(client), { migrationsFolder: migrations })
  const database: Database = {
    inTransaction: (town, work) =>
      reaching(() =>
        client.transaction(async (tx) => {
          const first = (await isFull()) ? ['SET TRANSACTION READ ONLY'] : []
          await tx.exec([...first, ...entering(town)].join('; '))
          return work(handleOf(tx))
        }),
      ),
    schemaVersion: () => database.inTransaction(null, newestMigration),
    close: async () => {
      if (!hasEnded()) await client.close()
    },
  }
  return { database, client, isFull }
}

const dialect = new PgDialect()

/** Drizzle, within a transaction that was begun for it. */
function handleOf(tx: Transaction): Db {
  return new PgliteTransaction(dialect, new PgliteSession(tx, dialect, undefined), undefined) as unknown as Db
}

/** After a PANIC the next word to it would hang for ever, and the whole process with it. */
function watchEnd(client: PGlite, onDead?: (error: unknown) => void): () => boolean {
  let end: unknown
  const watched =
    <Args extends unknown[], Result>(own: (...args: Args) => Promise<Result>) =>
    async (...args: Args): Promise<Result> => {
      if (end) throw end
      try {
        return await own.apply(client, args)
      } catch (error) {
        if ((error as { severity?: string }).severity === 'PANIC') {
          end = error
          onDead?.(error)
        }
        throw error
      }
    }
  client.execProtocol = watched(client.execProtocol)
  client.execProtocolStream = watched(client.execProtocolStream)
  return () => end !== undefined
}
