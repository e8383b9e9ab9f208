/** The embedded database has no autovacuum: what old rows leave is used again all the same. */
import { PGlite } from '@electric-sql/pglite'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startUpkeep } from '../../server/adapters/embedded-upkeep.ts'

let client: PGlite
beforeAll(async () => {
  client = await PGlite.create()
})
afterAll(() => client.close())
beforeEach(() =>
  client.exec(`
  drop table if exists "Due work";
  create table "Due work" (id int primary key, note text);
  insert into "Due work" select n, repeat('x', 200) from generate_series(1, 2000) n`),
)

const numberOf = async (what: string) => {
  const { rows } = await client.query<{ number: number }>(
    `select ${what} as number from pg_class where relname = 'Due work'`,
  )
  return Number(rows[0]!.number)
}
const size = () => numberOf('pg_table_size(oid)')
const seen = () => numberOf('reltuples')
/** Every row becomes another. */
const change = () => client.exec(`update "Due work" set note = reverse(note)`)
const onTrouble = (error: unknown) => {
  throw error
}
const mayWrite = async () => true
const SOON = { firstMs: 0, againMs: 60_000 }

/** The database with its commands counted or failing. */
const withExec = (exec: PGlite['exec']) => ({ query: client.query.bind(client) as PGlite['query'], exec })

async function tidyOnce() {
  let tables = 0
  const counted = withExec(async (query) => {
    const done = await client.exec(query)
    tables++
    return done
  })
  const stop = startUpkeep(counted, { mayWrite, onTrouble }, SOON)
  await expect.poll(() => tables).toBe(1)
  await stop()
}

describe('upkeep of the embedded database', () => {
  it('lets changed rows take the room of old ones, again and again', async () => {
    await change()
    const once = await size()
    for (let round = 0; round < 5; round++) {
      await tidyOnce()
      await change()
    }
    expect(await size()).toBeLessThan(once * 1.1)
  })

  it('tells plans how much a table holds', async () => {
    expect(await seen()).toBe(-1)
    await tidyOnce()
    expect(await seen()).toBe(2000)
  })

  it('comes again after its time, and no more once it was stopped', async () => {
    const stop = startUpkeep(client, { mayWrite, onTrouble }, { firstMs: 0, againMs: 10 })
    await expect.poll(seen).toBe(2000)
    await client.exec(`insert into "Due work" values (2001, '')`)
    await expect.poll(seen).toBe(2001)
    await stop()
    await client.exec(`insert into "Due work" values (2002, '')`)
    await new Promise((later) => setTimeout(later, 100))
    expect(await seen()).toBe(2001)
  })

  it('leaves everything as it is while the disk is full', async () => {
    let asked = 0
    const full = async () => {
      asked++
      return false
    }
    const stop = startUpkeep(client, { mayWrite: full, onTrouble }, { firstMs: 0, againMs: 5 })
    await expect.poll(() => asked).toBeGreaterThan(2)
    await stop()
    expect(await seen()).toBe(-1)
  })

  it('tells what fails, and tries again', async () => {
    const told: unknown[] = []
    let fails = true
    const failing = withExec((query) =>
      fails ? Promise.reject(new Error('could not extend file')) : client.exec(query),
    )
    const stop = startUpkeep(failing, { mayWrite, onTrouble: (error) => told.push(error) }, { firstMs: 0, againMs: 5 })
    await expect.poll(() => told.length).toBeGreaterThan(0)
    fails = false
    await expect.poll(seen).toBe(2000)
    await stop()
  })
})
