/** Makes the database with the example towns once per run; every test file starts from its dump or, on Postgres, a copy. */
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import type { Database } from '../../db/client.ts'
import { openEmbedded } from '../../server/adapters/database-embedded.ts'
import { MIGRATIONS } from '../../server/adapters/project-root.ts'
import { readTenants } from '../../server/cli/command-world.ts'
import { applyTowns } from '../../server/towns/apply-towns.ts'
import { createFilledTemplate, createTemplate, DATABASES_OF_RUN, dropDatabasesOfRun } from './postgres.ts'
import { DEMO_OF_RUN } from './server.ts'
import { START } from './start.ts'

declare module 'vitest' {
  interface ProvidedContext {
    templateDatabase: string
    /** Names of databases on the server of TEST_DATABASE_URL. */
    emptyOnPostgres: string
    townsOnPostgres: string
  }
}

const fill = async (database: Database) => void (await applyTowns(database, readTenants('tenants'), 'test', START))

export default async function setup(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), 'anliegenwerk-test-'))
  const file = join(folder, 'template.tar')
  const { database, client } = await openEmbedded({ migrations: MIGRATIONS })
  await fill(database)
  writeFileSync(file, Buffer.from(await (await client.dumpDataDir('none')).arrayBuffer()))
  await client.close()
  project.provide('templateDatabase', file)
  process.env[DEMO_OF_RUN] = folder

  const url = process.env.TEST_DATABASE_URL
  process.env[DATABASES_OF_RUN] = `anliegenwerk_${randomBytes(4).toString('hex')}`
  const empty = url ? await createTemplate(url) : null
  const towns = url && empty ? await createFilledTemplate(url, empty.name, fill) : null
  project.provide('emptyOnPostgres', empty?.name ?? '')
  project.provide('townsOnPostgres', towns?.name ?? '')
  return async () => {
    rmSync(folder, { recursive: true, force: true })
    await towns?.drop()
    await empty?.drop()
    if (url) await dropDatabasesOfRun()
  }
}
