/** Postgres crashes and comes back while reports come in: the server says so meanwhile, and goes on by itself. */
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPostgres } from '../../server/adapters/database-postgres.ts'
import { HAS_OWN_POSTGRES, NO_OWN_POSTGRES, type OwnPostgres, ownPostgres } from '../support/own-postgres.ts'
import {
  type Answered,
  expectAllKept,
  expectNoForgottenFiles,
  expectUnbrokenNumbers,
  type Filed,
  newSending,
  type Sending,
  send,
} from '../support/sendings.ts'
import { build, dropDataDir, newDataDir, type RunningServer, spawnServer } from '../support/server.ts'

const CLIENTS = 8
const CRASHES = 3
const title = HAS_OWN_POSTGRES ? 'a Postgres that crashes' : `a Postgres that crashes (skipped: ${NO_OWN_POSTGRES})`

describe.skipIf(!HAS_OWN_POSTGRES)(title, () => {
  let postgres: OwnPostgres
  let server: RunningServer
  let servingUrl: string
  beforeAll(async () => {
    await build()
    postgres = await ownPostgres()
    servingUrl = postgres.servingUrl
    const settings = { DATABASE_URL: servingUrl, APP_SECRET: 'a secret that outlives its database', DEMO: '1' }
    server = await spawnServer(newDataDir(), settings)
  }, 180_000)
  afterAll(async () => {
    await server?.stop().catch(() => undefined)
    await postgres?.drop()
    if (server) dropDataDir(server.dataDir)
  })

  it(`${CRASHES} times under load: every answer is 201 or a plain 503, and nothing acknowledged is lost`, async () => {
    const first = await send(server.url, await newSending('before'))
    const answers: [Sending, Answered][] = []
    let isLoaded = true
    const client = async (index: number) => {
      while (isLoaded) {
        const sending = await newSending(`client-${index}`)
        const answered = await send(server.url, sending)
        answers.push([sending, answered])
        // As people who read the sentence and wait; not as a machine that hammers.
        if (answered.status !== 201) await new Promise((resolve) => setTimeout(resolve, 100))
      }
    }
    const count = (status: number) => answers.filter(([, answer]) => answer.status === status).length
    const more = (status: number, by: number) => {
      const wanted = count(status) + by
      return expect.poll(() => count(status), { timeout: 30_000, interval: 50 }).toBeGreaterThanOrEqual(wanted)
    }
    const clients = Promise.all(Array.from({ length: CLIENTS }, (_, index) => client(index)))
    for (let crash = 0; crash < CRASHES; crash++) {
      await more(201, 10)
      await postgres.stop()
      await more(503, 10)
      expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
      expect((await fetch(`${server.url}/readyz`)).status).toBe(503)
      await postgres.start()
    }
    await more(201, 10)
    isLoaded = false
    await clients

    expect([...new Set(answers.map(([, { status }]) => status))].sort()).toEqual([201, 503])
    for (const [, { status, problem }] of answers) {
      if (status === 503)
        expect(problem).toMatchObject({ reason: 'unavailable', title: expect.stringContaining('Minute') })
    }
    const kept = new Map<Sending, Filed>()
    for (const [sending, { filed }] of answers) {
      const again = await send(server.url, sending)
      expect(again.status).toBe(201)
      if (filed) expect(again.filed).toMatchObject({ number: filed.number, replayed: true })
      kept.set(sending, again.filed!)
    }
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200)
    const database = openPostgres({ url: servingUrl, connections: 1 })
    const blobDir = join(server.dataDir, 'blobs')
    await expectAllKept(database, blobDir, kept)
    await expectNoForgottenFiles(database, blobDir)
    await expectUnbrokenNumbers(database, first.filed!.number)
    await database.close()
    process.stdout.write(`Postgres away: ${count(201)} taken, ${count(503)} told to come back\n`)
  })
})
