/**
 * A database of its own per test file, as in real life: the owner (TEST_DATABASE_OWNER_URL) migrates, and a login that
 * owns nothing (TEST_DATABASE_URL, which may lead through a pooler) serves. With TEST_DATABASE_SUPERUSER_URL databases are
 * put back and used again, which is quicker. `.ci/with-postgres` sets all three.
 */
import { randomBytes } from 'node:crypto'
import postgres from 'postgres'
import { inject } from 'vitest'
import type { Database } from '../../db/client.ts'
import { openPostgres } from '../../server/adapters/database-postgres.ts'
import { migratePostgres } from '../../server/adapters/migrate-postgres.ts'
import type { Reusable } from './used-again.ts'

type TestDatabase = { name: string; ownerUrl: string; servingUrl: string; drop: () => Promise<void> }

/** What the names of a run's databases begin with. Set by template-database.ts. */
export const DATABASES_OF_RUN = 'ANLIEGENWERK_DATABASES_OF_RUN'
const ofRun = () => process.env[DATABASES_OF_RUN] ?? 'anliegenwerk'

/** What tests have kept to use it again, and what one that failed has left. */
export async function dropDatabasesOfRun(): Promise<void> {
  // Without it every database of this product on the server would be meant.
  if (!process.env[DATABASES_OF_RUN]) throw new Error(`${DATABASES_OF_RUN} is missing`)
  // An owner cannot end the connections of a superuser.
  const url = process.env.TEST_DATABASE_SUPERUSER_URL ?? process.env.TEST_DATABASE_OWNER_URL!
  const owner = postgres(url, { max: 1, onnotice: () => undefined })
  const left = await owner<{ name: string }[]>`select datname as name from pg_database
    where starts_with(datname, ${`${ofRun()}_`})`
  for (const { name } of left) await owner.unsafe(`drop database ${name} with (force)`)
  await owner.end()
}

/** Without a table, or a copy of the template. */
export async function createDatabase(servingUrl: string, template = 'template1'): Promise<TestDatabase> {
  const ownerUrl = process.env.TEST_DATABASE_OWNER_URL
  if (!ownerUrl)
    throw new Error('TEST_DATABASE_OWNER_URL is missing: the role that creates databases and migrates them')
  const name = `${ofRun()}_${randomBytes(6).toString('hex')}`
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
export async function makeTestPostgres(url: string): Promise<Reusable> {
  const { name, servingUrl, drop } = await createDatabase(url, inject('townsOnPostgres'))
  const database = openPostgres({ url: servingUrl, connections: 5 })
  const superuserUrl = process.env.TEST_DATABASE_SUPERUSER_URL
  if (!superuserUrl) return { database, unlocked: null, end: () => database.close().then(drop) }
  const superuser = postgres(inDatabase(superuserUrl, name), { max: 1, prepare: false, onnotice: () => undefined })
  return {
    database,
    unlocked: async (work) =>
      (await superuser.begin((sql) =>
        work({ query: async (text, values) => (await sql.unsafe(text, values as never)) as never }),
      )) as never,
    end: async () => {
      await Promise.all([database.close(), superuser.end()])
      await drop()
    },
  }
}
