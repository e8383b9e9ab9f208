/** Where no start can refuse, the database is used only while it has this build's schema. */
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Database } from '../../db/client.ts'
import { onlyWithSchema } from '../../server/adapters/matching-schema.ts'
import { createWorld, type World } from '../support/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

const never = () => ({ fittedAt: Number.NEGATIVE_INFINITY })
const one = (database: Database) => database.inTransaction('lemgo', (db) => db.execute(sql`select 1`))
/** As it is after an update that this build does not know. */
const ahead = (database: Database): Database => ({
  ...database,
  inTransaction: (town, work) =>
    database.inTransaction(town, async (db) => {
      await db.execute(sql`reset role`)
      await db.execute(sql`update drizzle.__drizzle_migrations set created_at = created_at + 1`)
      try {
        return await work(db)
      } finally {
        await db.execute(sql`update drizzle.__drizzle_migrations set created_at = created_at - 1`)
      }
    }),
})

it('is used when it fits, and is not asked again for some seconds', async () => {
  const seen = never()
  await one(onlyWithSchema(world.database, seen, world.now))
  expect(seen.fittedAt).toBe(world.now().getTime())
  await one(onlyWithSchema(ahead(world.database), seen, world.now))
  world.pass(5_000)
  await expect(one(onlyWithSchema(ahead(world.database), seen, world.now))).rejects.toMatchObject({
    code: 'unavailable',
  })
})

it('is not used, and the work not begun, when it has another version, none, or is out of reach', async () => {
  let begun = 0
  const work = async () => void begun++
  const empty: Database = { ...world.database, inTransaction: () => Promise.reject(new Error('role does not exist')) }
  for (const database of [ahead(world.database), empty]) {
    const checked = onlyWithSchema(database, never(), world.now)
    await expect(checked.inTransaction(null, work)).rejects.toMatchObject({ code: 'unavailable', status: 503 })
  }
  expect(begun).toBe(0)
})

it('does not take the work’s own errors for its own', async () => {
  const checked = onlyWithSchema(world.database, never(), world.now)
  const failing = checked.inTransaction(null, () => Promise.reject(new Error('of the work')))
  await expect(failing).rejects.toThrow('of the work')
})
