/** What was acknowledged outlives a killed process, on either database; and one folder has one server. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../db/client.ts'
import { openEmbedded } from '../../server/adapters/database-embedded.ts'
import { openPostgres } from '../../server/adapters/database-postgres.ts'
import { MIGRATIONS } from '../../server/adapters/project-root.ts'
import { createTestDatabase } from '../support/postgres.ts'
import { SEED, seededRandom } from '../support/random.ts'
import {
  expectAllKept,
  expectNoForgottenFiles,
  expectUnbrokenNumbers,
  type Filed,
  newSending,
  type Sending,
  send,
  TOWN,
} from '../support/sendings.ts'
import {
  build,
  dropDataDir,
  newDataDir,
  type RunningServer,
  runCommand,
  spawnServer,
  startServer,
} from '../support/server.ts'

const ROUNDS = 20
/** An upper bound for a machine that is busy with something else: a round takes about three seconds. */
const PATIENCE_MS = 900_000
const CLIENTS = 8
/** The kill falls somewhere into so much time from the first answer of a round on. */
const LOAD_MS = 500
const POSTGRES = process.env.TEST_DATABASE_URL

type Ground = { settings: Record<string, string>; open: () => Promise<Database>; drop: () => Promise<void> }

async function embedded(dataDir: string): Promise<Ground> {
  const options = { dataDir: join(dataDir, 'database'), migrations: MIGRATIONS }
  return { settings: {}, open: async () => (await openEmbedded(options)).database, drop: async () => undefined }
}

async function onPostgres(): Promise<Ground> {
  const { servingUrl, drop } = await createTestDatabase(POSTGRES!)
  const settings = { DATABASE_URL: servingUrl, APP_SECRET: 'a secret of those who are killed', DEMO: '1' }
  return { settings, open: async () => openPostgres({ url: servingUrl, connections: 2 }), drop }
}

describe.each([
  { name: 'the embedded database', ground: embedded, skip: false },
  {
    name: POSTGRES ? 'Postgres' : 'Postgres (skipped: TEST_DATABASE_URL names none)',
    ground: onPostgres,
    skip: !POSTGRES,
  },
])('a server on $name', ({ ground: makeGround, skip }) => {
  const dataDir = newDataDir()
  let ground: Ground
  let server: RunningServer
  const start = async () => {
    server = await spawnServer(dataDir, ground.settings, 'npm')
  }
  beforeAll(async () => {
    if (skip) return
    await build()
    ground = await makeGround(dataDir)
    await start()
  })
  afterAll(async () => {
    await server?.stop().catch(() => undefined)
    await ground?.drop()
    dropDataDir(dataDir)
  })

  /** Each client sends one after the other until the server is gone. */
  async function load(name: string, sendings: Map<Sending, Filed | null>, onFirst: () => void): Promise<void> {
    const client = async (index: number) => {
      for (;;) {
        const sending = await newSending(`${name}-${index}`)
        sendings.set(sending, null)
        const { status, filed, problem } = await send(server.url, sending)
        if (status === 0) return
        // A database that is just coming back may ask for patience.
        expect([201, 503], JSON.stringify(problem)).toContain(status)
        if (filed) sendings.set(sending, filed)
        onFirst()
      }
    }
    await Promise.all(Array.from({ length: CLIENTS }, (_, index) => client(index)))
  }

  it.skipIf(skip)(
    `loses nothing it has acknowledged, killed ${ROUNDS} times among ${CLIENTS} clients (SEED=${SEED})`,
    async () => {
      const random = seededRandom()
      const sendings = new Map<Sending, Filed | null>()
      const { filed: before } = await send(server.url, await newSending('before'))
      for (let round = 1; round <= ROUNDS; round++) {
        let begun: () => void = () => undefined
        const first = new Promise<void>((resolve) => {
          begun = resolve
        })
        const clients = load(`round-${round}`, sendings, begun)
        await first
        await new Promise((resolve) => setTimeout(resolve, random() * LOAD_MS))
        await server.kill()
        await clients
        await start()
        expect(server.output()).not.toContain('gebaut')
      }

      const kept = new Map<Sending, Filed>()
      let unanswered = 0
      for (const [sending, filed] of sendings) {
        const again = await send(server.url, sending)
        expect(again.status, sending.key).toBe(201)
        if (filed) expect(again.filed).toMatchObject({ number: filed.number, replayed: true })
        else unanswered++
        kept.set(sending, again.filed!)
      }
      expect(unanswered).toBeGreaterThanOrEqual(ROUNDS)
      expect([...kept.keys()].filter(({ photo }) => photo).length).toBeGreaterThan(ROUNDS)

      // A mail that a killed worker had in its hands waits for the end of its lease: due, or sent.
      await server.stop()
      const database = await ground.open()
      await expectAllKept(database, join(dataDir, 'blobs'), kept)
      await expectNoForgottenFiles(database, join(dataDir, 'blobs'))
      await expectUnbrokenNumbers(database, before!.number)
      await database.close()
      await start()
      process.stdout.write(`Kills: ${kept.size} reports kept, ${unanswered} of them sent again\n`)
    },
    PATIENCE_MS,
  )

  if (makeGround !== embedded) return
  it('leaves a socket behind that keeps nobody from starting', async () => {
    await server.kill()
    expect(existsSync(join(dataDir, 'control.sock'))).toBe(true)
    await start()
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200)
  })
})

describe('a data folder in use', () => {
  let server: RunningServer
  beforeAll(async () => {
    server = await startServer()
  })
  afterAll(async () => {
    await server?.stop()
    if (server) dropDataDir(server.dataDir)
  })

  it('is refused to a second server, in a sentence that names DATA_DIR', async () => {
    const second = await runCommand(['server'], { DATA_DIR: server.dataDir })
    expect(second.code).toBe(1)
    expect(second.output).toMatch(/^DATA_DIR: /)
    expect(second.output).toContain(server.dataDir)
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200)
  })

  it('takes commands through the server that runs on it', async () => {
    const { code, output } = await runCommand(['towns', 'apply'], { DATA_DIR: server.dataDir })
    expect(output).toMatch(/^bad-salzuflen: Version 1, unverändert$/m)
    expect(code).toBe(0)
    expect((await fetch(`${server.url}/${TOWN}/`)).status).toBe(200)
  })
})
