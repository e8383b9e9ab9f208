/**
 * A database of its own per test file, as in real life: the owner (TEST_DATABASE_OWNER_URL) migrates, and a login that
 * owns nothing (TEST_DATABASE_URL, which may lead through a pooler) serves. `.ci/with-postgres` sets both.
 */
import { randomBytes } from 'node:crypto'
import postgres from 'postgres'
import { inject } from 'vitest'
import type { Database } from '../../db/client.ts'
import { openPostgres } from '../../server/adapters/database-postgres.ts'
import { migratePostgres } from '../../server/adapters/migrate-postgres.ts'

type TestDatabase = { name: string; ownerUrl: string; servingUrl: string; drop: () => Promise<void> }

/** Without a table, or a copy of the template. */
export async function createDatabase(servingUrl: string, template = 'template1'): Promise<TestDatabase> {
  const ownerUrl = process.env.TEST_DATABASE_OWNER_URL
  if (!ownerUrl)
    throw new Error('TEST_DATABASE_OWNER_URL is missing: the role that creates databases and migrates them')
  const name = `anliegenwerk_${randomBytes(6).toString('hex')}`
  const owner = postgres(ownerUrl, { max: 1, onnotice: () => undefined })
  await owner.unsafe(`create database ${name} template ${template}`)
  const drop = async () => {
    await owner.unsafe(`drop database ${name} with (force)`)
    await owner.end()
  }
  return { name, ownerUrl: inDatabase(ownerUrl, name), servingUrl: inDatabase(servingUrl, name), drop }
}

function inDatabase(url: string, name: string): string {
  const there = new URL(url)
  there.pathname = `/${name}`
  return there.href
}

/** Made once per run: a copy takes a small part of the time of migrating. */
export async function createTemplate(url: string): Promise<TestDatabase> {
  const created = await createDatabase(url)
  const migrated = await migratePostgres({ databaseUrl: created.servingUrl, databaseOwnerUrl: created.ownerUrl })
  if (!migrated.ok) throw new Error(migrated.output)
  return created
}

/** The same with what `fill` puts into it. */
export async function createFilledTemplate(url: string, empty: string, fill: (database: Database) => Promise<void>) {
  const created = await createDatabase(url, empty)
  const database = openPostgres({ url: created.servingUrl, connections: 1 })
  await fill(database)
  await database.close()
  // A pooler keeps its connection, and what somebody is connected to cannot be copied.
  const owner = postgres(created.ownerUrl, { max: 1 })
  await owner`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`
  await owner.end()
  return created
}

/** Migrated and empty, for servers that open it themselves. */
export const createTestDatabase = (url: string) => createDatabase(url, inject('emptyOnPostgres'))

/** With the example towns. */
export async function openTestPostgres(url: string): Promise<Database> {
  const { servingUrl, drop } = await createDatabase(url, inject('townsOnPostgres'))
  const database = openPostgres({ url: servingUrl, connections: 5 })
  return {
    ...database,
    close: async () => {
      await database.close()
      await drop()
    },
  }
}
