/** A database of its own per test file on the server of TEST_DATABASE_URL (its login may create databases and roles). */
import { randomBytes } from 'node:crypto'
import postgres from 'postgres'
import type { Database } from '../../db/client.ts'
import { openPostgres } from '../../server/adapters/database-postgres.ts'
import { migratePostgres } from '../../server/adapters/migrate-postgres.ts'

const SERVING = 'anliegenwerk_test_serving'

type TestDatabase = { servingUrl: string; drop: () => Promise<void> }

/** Migrated and empty, for servers that open it themselves. `isKept`: it goes with its whole Postgres. */
export async function createTestDatabase(url: string, { isKept = false } = {}): Promise<TestDatabase> {
  const name = `anliegenwerk_${randomBytes(6).toString('hex')}`
  const admin = postgres(url, { max: 1, onnotice: () => undefined })
  await admin.unsafe(
    `do $$ begin create role ${SERVING} login password 'test' nosuperuser nobypassrls; exception when duplicate_object or unique_violation then null; end $$`,
  )
  await admin.unsafe(`create database ${name}`)
  const owner = new URL(url)
  owner.pathname = `/${name}`
  const serving = new URL(owner)
  serving.username = SERVING
  serving.password = 'test'
  const migrated = await migratePostgres({ databaseUrl: serving.href, databaseOwnerUrl: owner.href })
  if (!migrated.ok) throw new Error(migrated.output)
  if (isKept) await admin.end()
  const drop = async () => {
    if (isKept) return
    await admin.unsafe(`drop database ${name} with (force)`)
    await admin.end()
  }
  return { servingUrl: serving.href, drop }
}

export async function openTestPostgres(url: string): Promise<Database> {
  const { servingUrl, drop } = await createTestDatabase(url)
  const database = openPostgres({ url: servingUrl, connections: 5 })
  return {
    ...database,
    close: async () => {
      await database.close()
      await drop()
    },
  }
}
