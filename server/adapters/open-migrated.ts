/** The database of a process that stays: it starts with the schema it was made for, or not at all. */
import type { Database } from '../../db/client.ts'
import { ConfigError } from '../config.ts'
import { SCHEMA_VERSION } from '../schema-version.ts'
import { openPostgres, type PostgresOptions } from './database-postgres.ts'

/** @throws ConfigError */
export async function openMigrated(options: PostgresOptions): Promise<Database> {
  const database = openPostgres(options)
  if ((await database.schemaVersion().catch(() => null)) === SCHEMA_VERSION) return database
  await database.close()
  throw new ConfigError(['DATABASE_URL: Die Datenbank hat nicht den Stand dieses Programms. Zuerst: npm run migrate'])
}
