/** Postgres goes away under transactions: they end in words, the process goes on, and so does the pool afterwards. */
import { Socket } from 'node:net'
import { sql } from 'drizzle-orm'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../db/client.ts'
import { openPostgres } from '../../server/adapters/database-postgres.ts'
import { begin } from '../../server/adapters/lost-connections.ts'
import { HAS_OWN_POSTGRES, NO_OWN_POSTGRES, type OwnPostgres, ownPostgres } from '../support/own-postgres.ts'

const title = HAS_OWN_POSTGRES ? 'a lost connection' : `a lost connection (skipped: ${NO_OWN_POSTGRES})`

describe.skipIf(!HAS_OWN_POSTGRES)(title, () => {
  let server: OwnPostgres
  let database: Database
  const uncaught: Error[] = []
  const note = (error: Error) => void uncaught.push(error)
  beforeAll(async () => {
    server = await ownPostgres()
    const { servingUrl } = server
    database = openPostgres({ url: servingUrl, connections: 3 })
    process.on('uncaughtException', note)
  }, 120_000)
  afterAll(async () => {
    await database?.close()
    await server?.drop()
    process.off('uncaughtException', note)
  })

  /** A statement is under way when it happens, or the work is between two, or has only itself to end. */
  type When = 'in one' | 'between two' | 'after the last'
  const transaction = (when: When, begun: () => void, goOn: Promise<void>) =>
    database.inTransaction(null, async (db) => {
      await db.execute(sql`select 1`)
      begun()
      if (when === 'in one') await db.execute(sql`select pg_sleep(60)`)
      await goOn
      if (when !== 'after the last') await db.execute(sql`select 2`)
    })

  it('is told as unavailable, ends no process, and leaves nothing that hangs', async () => {
    let goOn: () => void = () => undefined
    const gate = new Promise<void>((resolve) => {
      goOn = resolve
    })
    let begun = 0
    const count = () => {
      begun++
    }
    const moments: When[] = ['in one', 'between two', 'after the last']
    const ends = moments.map((when) => transaction(when, count, gate).catch((error) => error.code))
    await expect.poll(() => begun, { timeout: 20_000 }).toBe(3)
    await server.stop()
    expect(await Promise.all(ends)).toEqual(['unavailable', 'unavailable', 'unavailable'])
    goOn()
    // What is written meanwhile goes out with the next turn.
    await new Promise((turn) => setTimeout(turn, 50))
    expect(uncaught).toEqual([])
    for (let n = 0; n < 5; n++) {
      await expect(transaction('between two', count, gate)).rejects.toMatchObject({ code: 'unavailable' })
    }
    await server.start()
    await Promise.all(Array.from({ length: 6 }, () => transaction('between two', count, gate)))
    expect(uncaught).toEqual([])
  }, 120_000)
})

it('sockets that break without a code, as in workerd, are told as unavailable too', async () => {
  const client = postgres('postgres://nobody@127.0.0.1/none', {
    max: 1,
    backoff: () => 0,
    socket: brokenSocket,
  } as object)
  let left = 0
  const tried = begin(
    client,
    () => expect.fail('it never begins'),
    () => {
      left++
    },
  )
  await expect(tried).rejects.toMatchObject({ code: 'CONNECTION_CLOSED' })
  expect(left).toBe(1)
  await client.end({ timeout: 0 })
})

/** What workerd's node:net says of a server that is away. */
const brokenSocket = () => {
  const socket = new Socket()
  setImmediate(() => socket.destroy(new Error('connection attempt failed')))
  return socket
}
