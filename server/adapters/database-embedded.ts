/** The embedded database (PGlite): for trial, demo and small pilots. One process at a time, see data-dir-lock.ts. */
import { PGlite } from '@electric-sql/pglite'
import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/pglite'
import { migrate } from 'drizzle-orm/pglite/migrator'
import { type Database, type Db, entering, newestMigration } from '../../db/client.ts'
import * as schema from '../../db/schema/index.ts'

export type EmbeddedOptions = {
  /** Folder on disk; absent means in memory. */
  dataDir?: string
  /** A dump to start from, for tests. */
  loadDataDir?: Blob
  migrations: string
}

/** Opens and migrates. On disk with fsync, which PGlite leaves off by default: acknowledged means written. */
export async function openEmbedded({ dataDir, loadDataDir, migrations }: EmbeddedOptions) {
  const durable = dataDir ? { startParams: PGlite.defaultStartParams.filter((param) => param !== '-F') } : {}
  const client = await PGlite.create({
    ...(dataDir ? { dataDir } : {}),
    ...(loadDataDir ? { loadDataDir } : {}),
    ...durable,
  })
  const db = drizzle(client, { schema })
  await migrate(db, { migrationsFolder: migrations })
  const database: Database = {
    inTransaction: (town, work) =>
      db.transaction(async (tx) => {
        for (const statement of entering(town)) await tx.execute(sql.raw(statement))
        return work(tx as unknown as Db)
      }),
    schemaVersion: () => database.inTransaction(null, newestMigration),
    close: () => client.close(),
  }
  return { database, client }
}
