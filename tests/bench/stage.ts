/** A database full of towns and reports, the application on it, and a way to the database past the application. */
import { join } from 'node:path'
import postgres from 'postgres'
import type { Database } from '../../db/client.ts'
import { entering } from '../../db/client.ts'
import { begin } from '../../server/adapters/lost-connections.ts'
import type { Deps } from '../../server/http/app-env.ts'
import { ownPostgres } from '../support/own-postgres.ts'
import { dropDataDir, newDataDir, spawnServer } from '../support/server.ts'
import type { Application } from './application.ts'
import { page } from './ask.ts'
import { type Amounts, BIG_TOWN, seeding } from './seed.ts'
import { type Group, noting } from './statements.ts'
import { type Column, tell } from './table.ts'

const CONNECTIONS = 10
const SECRET = 'a secret for measuring that is long enough'

export type Stage = Awaited<ReturnType<typeof openStage>>
type Fresh = { database: Database; bare: (group: Group) => Promise<unknown>; drop: () => Promise<void> }

type Opened = Fresh & {
  /** As whoever no policy holds. */
  seed: (statements: string[]) => Promise<void>
  /** Settings of a server of its own on the same data; the embedded one has to be left first. */
  leaveTo: () => Promise<{ dataDir: string; settings: Record<string, string> }>
}

export async function openStage(column: Column, application: Application, amounts: Amounts) {
  const opened = column === 'postgres' ? await openOnPostgres(application) : await openOnDisk(application)
  const { applyTowns, readTenants } = application
  await applyTowns(opened.database, readTenants('tenants'), 'bench', new Date())
  const startedAt = performance.now()
  await opened.seed(seeding(amounts))
  tell(`${column}: ${amounts.towns} towns filled in ${((performance.now() - startedAt) / 1000).toFixed(0)} s`)
  const groups: Group[] = []
  const app = appOn(application, noting(opened.database, groups))
  return {
    ...opened,
    column,
    amounts,
    groups,
    app,
    /** Numbers of public reports of the large town. */
    shown: await shownNumbers(app),
    fresh: () => (column === 'postgres' ? openOnPostgres(application) : openOnDisk(application)) as Promise<Fresh>,
    serve: async () => {
      // Mails of reports that were submitted before would be written meanwhile.
      await opened.seed(['delete from due_work'])
      const { dataDir, settings } = await opened.leaveTo()
      return spawnServer(dataDir, { DEMO: '0', APP_SECRET: SECRET, ...settings })
    },
  }
}

async function shownNumbers(app: ReturnType<typeof appOn>): Promise<number[]> {
  const answer = await app.fetch(page(`/api/v1/towns/${BIG_TOWN}/reports?limit=100`))
  return ((await answer.json()) as { items: { number: number }[] }).items.map(({ number }) => number)
}

function appOn({ createRegistry, createApp }: Application, database: Database) {
  const quiet = () => undefined
  const deps = {
    database,
    registry: createRegistry(database, undefined, { keepsIndex: true }),
    log: {
      info: quiet,
      warn: quiet,
      error: (facts: unknown) => tell(JSON.stringify(facts)),
      within: (_: unknown, work: () => unknown) => work(),
    },
    now: () => new Date(),
    secret: SECRET,
    publicUrl: 'http://127.0.0.1:3000',
    demo: false,
    operator: {},
    trustedProxies: [],
    limitsExempt: [],
    pictures: null,
    geocoder: null,
    metrics: null,
    assets: { citizen: { css: [], js: [] }, clerk: { css: [], js: [] } },
  } as unknown as Deps
  return createApp(deps)
}

/** With fsync, as it comes: what is counted as accepted is on the disk. */
async function openOnPostgres({ openPostgres }: Application): Promise<Opened> {
  const server = await ownPostgres(['max_wal_size=4GB', 'shared_buffers=512MB'])
  const database = openPostgres({ url: server.servingUrl, connections: CONNECTIONS })
  const client = postgres(server.servingUrl, {
    max: CONNECTIONS,
    prepare: false,
    fetch_types: false,
    onnotice: () => undefined,
  })
  const folder = newDataDir()
  return {
    database,
    // With as few trips as the application makes: what it saves there is not to its credit here.
    bare: ({ town, statements }) =>
      begin(
        client,
        (sql) =>
          Promise.all([
            sql.unsafe(entering(town).join('; ')),
            ...statements.map(({ sql: text, params }) => sql.unsafe(text, params as never[])),
          ]),
        () => undefined,
      ),
    seed: async (statements) => {
      const superuser = postgres(server.superuserUrl, { max: 1, onnotice: () => undefined })
      for (const statement of statements) await superuser.unsafe(statement)
      await superuser.unsafe('vacuum analyze')
      await superuser.end()
    },
    leaveTo: async () => ({ dataDir: folder, settings: { DATABASE_URL: server.servingUrl } }),
    drop: async () => {
      await Promise.all([database.close(), client.end()])
      await server.drop()
      dropDataDir(folder)
    },
  }
}

async function openOnDisk({ openEmbedded }: Application): Promise<Opened> {
  const dataDir = newDataDir()
  const { database, client } = await openEmbedded({
    dataDir: join(dataDir, 'database'),
    migrations: 'db/migrations',
  })
  return {
    database,
    bare: ({ town, statements }) =>
      client.transaction(async (tx) => {
        for (const statement of entering(town)) await tx.exec(statement)
        for (const { sql, params } of statements) await tx.query(sql, params)
      }),
    seed: async (statements) => {
      for (const statement of statements) await client.exec(statement)
    },
    leaveTo: async () => {
      await database.close()
      return { dataDir, settings: {} }
    },
    drop: async () => {
      await database.close().catch(() => undefined)
      dropDataDir(dataDir)
    },
  }
}
