/** How often a unit of work waits for Postgres, counted on the wire, and that values arrive as they were. */
import { connect, createServer, type Server } from 'node:net'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Database, rowsOf } from '../../db/client.ts'
import { openPostgres } from '../../server/adapters/database-postgres.ts'
import { HAS_OWN_POSTGRES, NO_OWN_POSTGRES, type OwnPostgres, ownPostgres } from '../support/own-postgres.ts'

const title = HAS_OWN_POSTGRES ? 'a unit of work' : `a unit of work (skipped: ${NO_OWN_POSTGRES})`

describe.skipIf(!HAS_OWN_POSTGRES)(title, () => {
  let postgres: OwnPostgres
  let relay: Server
  let database: Database
  let trips = 0
  beforeAll(async () => {
    postgres = await ownPostgres()
    const through = new URL(postgres.servingUrl)
    const to = { host: through.hostname, port: Number(through.port) }
    relay = createServer((client) => {
      const server = connect(to)
      let isAnswered = true
      client.on('data', (words) => {
        if (isAnswered) trips++
        isAnswered = false
        server.write(words)
      })
      server.on('data', (words) => {
        isAnswered = true
        client.write(words)
      })
      client.on('close', () => server.destroy())
    })
    await new Promise<void>((resolve) => relay.listen(0, '127.0.0.1', resolve))
    through.port = String((relay.address() as { port: number }).port)
    database = openPostgres({ url: through.href, connections: 1 })
    await database.schemaVersion()
  }, 120_000)
  afterAll(async () => {
    await database?.close()
    relay?.close()
    await postgres?.drop()
  })

  async function tripsOf(work: Parameters<typeof database.inTransaction>[1]): Promise<number> {
    trips = 0
    await database.inTransaction('lemgo', work)
    return trips
  }

  it('waits three times for one statement: at its beginning, for the answer, and for the commit', async () => {
    expect(await tripsOf((db) => db.execute(sql`select ${'a'}::text`))).toBe(3)
  })

  it('waits no longer for statements that are asked at once', async () => {
    const asked = await tripsOf((db) =>
      Promise.all(['a', 'b', 'c'].map((word) => db.execute(sql`select ${word}::text`))),
    )
    expect(asked).toBe(3)
  })

  it('is in its town and its role before its first statement', async () => {
    const rows = await database.inTransaction('lemgo', (db) =>
      db.execute(sql`select current_user as role, current_setting('app.town') as town, ${1}::int as one`),
    )
    expect(rowsOf(rows)).toEqual([{ role: 'app', town: 'lemgo', one: 1 }])
  })

  it('says values of all kinds as they are', async () => {
    const rows = await database.inTransaction('lemgo', (db) =>
      db.execute(sql`select ${true}::boolean as yes, ${null}::text as nothing, ${1.5}::float8 as half,
        ${12n}::bigint as big, ${"O'Brien \\ ä"}::text as words, ${'{"a":[1]}'}::jsonb as facts,
        encode(${new Uint8Array([0, 255])}::bytea, 'hex') as bytes`),
    )
    expect(rowsOf(rows)).toEqual([
      { yes: true, nothing: null, half: 1.5, big: '12', words: "O'Brien \\ ä", facts: { a: [1] }, bytes: '00ff' },
    ])
  })

  it('goes on with the next after a statement that failed among others', async () => {
    const failing = database.inTransaction('lemgo', (db) =>
      Promise.all([db.execute(sql`select ${1}::int / ${0}::int`), db.execute(sql`select ${'a'}::text`)]),
    )
    await expect(failing).rejects.toMatchObject({ cause: { code: '22012' } })
    expect(await database.schemaVersion()).toBeGreaterThan(0)
  })
})
