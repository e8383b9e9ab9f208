/** Postgres goes away under transactions: they end in words, the process goes on, and so does the pool afterwards. */
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../db/client.ts'
import { openPostgres } from '../../server/adapters/database-postgres.ts'
import { HAS_OWN_POSTGRES, NO_OWN_POSTGRES, type OwnPostgres, ownPostgres } from '../support/own-postgres.ts'

const title = HAS_OWN_POSTGRES ? 'a lost connection' : `a lost connection (skipped: ${NO_OWN_POSTGRES})`

describe.skipIf(!HAS_OWN_POSTGRES)(title, () => {
  let postgres: OwnPostgres
  let database: Database
  const uncaught: Error[] = []
  const note = (error: Error) => void uncaught.push(error)
  beforeAll(async () => {
    postgres = await ownPostgres()
    const { servingUrl } = postgres
    database = openPostgres({ url: servingUrl, connections: 3 })
    process.on('uncaughtException', note)
  }, 120_000)
  afterAll(async () => {
    await database?.close()
    await postgres?.drop()
    process.off('uncaughtException', note)
  })

  /** Either a statement is under way when it happens, or the work is between two. */
  const transaction = (isBusy: boolean, begun: () => void, goOn: Promise<void>) =>
    database.inTransaction(null, async (db) => {
      await db.execute(sql`select 1`)
      begun()
      if (isBusy) await db.execute(sql`select pg_sleep(60)`)
      await goOn
      await db.execute(sql`select 2`)
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
    const ends = [true, false, false].map((isBusy) => transaction(isBusy, count, gate).catch((error) => error.code))
    await expect.poll(() => begun, { timeout: 20_000 }).toBe(3)
    await postgres.stop()
    expect(await Promise.all(ends)).toEqual(['unavailable', 'unavailable', 'unavailable'])
    goOn()
    for (let n = 0; n < 5; n++) {
      await expect(transaction(false, count, gate)).rejects.toMatchObject({ code: 'unavailable' })
    }
    await postgres.start()
    await Promise.all(Array.from({ length: 6 }, () => transaction(false, count, gate)))
    expect(uncaught).toEqual([])
  }, 120_000)
})
