/**
 * Units of work of two towns one after the other on the same connection, as a pool hands it on: nothing of the one is
 * left for the next, whatever became of it. On Postgres a pool of one; the embedded database never has more.
 */
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Database, type Db, rowsOf } from '../../db/client.ts'
import { openPostgres } from '../../server/adapters/database-postgres.ts'
import { createTestDatabase } from '../support/postgres.ts'
import { createWorld, FIRST_TOWN, NEIGHBOUR } from '../support/world.ts'

const SERVER = process.env.TEST_DATABASE_URL

let database: Database
let close: () => Promise<void>
beforeAll(async () => {
  if (SERVER) {
    const { servingUrl, drop } = await createTestDatabase(SERVER)
    database = openPostgres({ url: servingUrl, connections: 1 })
    close = () => database.close().then(drop)
  } else {
    const world = await createWorld()
    database = world.database
    close = world.close
  }
  for (const [town, last] of [
    [FIRST_TOWN, 11],
    [NEIGHBOUR, 22],
  ] as const)
    await run(town, `insert into report_numbers (town, last) values ('${town}', ${last})`)
})
afterAll(() => close())

const run = <Row>(town: string | null, text: string) =>
  database.inTransaction(town, async (db: Db) => rowsOf<Row>(await db.execute(sql.raw(text))))
const WHAT_SHOWS = `select current_user as role, current_setting('app.town', true) as town,
  (select string_agg(town || ' ' || last, ', ') from report_numbers) as rows, pg_backend_pid() as connection`
type Shown = { role: string; town: string; rows: string | null; connection: number }
const shownTo = async (town: string | null) => (await run<Shown>(town, WHAT_SHOWS))[0]!

const OURS = { role: 'app', town: FIRST_TOWN, rows: `${FIRST_TOWN} 11` }
const THEIRS = { role: 'app', town: NEIGHBOUR, rows: `${NEIGHBOUR} 22` }
const NOBODYS = { role: 'app', town: '', rows: null }

describe('on one connection', () => {
  it('each unit of work sees its own town, begun all at once', async () => {
    const towns = Array.from({ length: 30 }, (_, index) => [FIRST_TOWN, NEIGHBOUR, null][index % 3]!)
    const shown = await Promise.all(towns.map(shownTo))
    expect(new Set(shown.map(({ connection }) => connection)).size).toBe(1)
    for (const [index, one] of shown.entries()) expect(one).toMatchObject([OURS, THEIRS, NOBODYS][index % 3]!)
  })

  it('nothing is left of a unit of work that failed', async () => {
    const failing = [
      () => run(FIRST_TOWN, 'select 1/0'),
      () => run(FIRST_TOWN, `insert into report_numbers (town, last) values ('${NEIGHBOUR}', 1)`),
      () =>
        database.inTransaction(FIRST_TOWN, async () => {
          throw new Error('the verb changed its mind')
        }),
    ]
    for (const fail of failing) {
      await expect(fail()).rejects.toThrow()
      expect(await shownTo(null)).toMatchObject(NOBODYS)
      expect(await shownTo(NEIGHBOUR)).toMatchObject(THEIRS)
    }
    const mixed = [fail(FIRST_TOWN), shownTo(NEIGHBOUR), fail(NEIGHBOUR), shownTo(FIRST_TOWN), shownTo(null)]
    const [, theirs, , ours, nobodys] = await Promise.all(mixed)
    expect([theirs, ours, nobodys]).toMatchObject([THEIRS, OURS, NOBODYS])
  })

  it('nothing is left of a transaction inside the transaction that was rolled back', async () => {
    await database.inTransaction(FIRST_TOWN, async (db: Db) => {
      await db
        .transaction(async (inner) => {
          await inner.execute(sql.raw(`set local app.town = '${NEIGHBOUR}'`))
          throw new Error('rolled back')
        })
        .catch(() => undefined)
      expect(rowsOf(await db.execute(sql.raw(WHAT_SHOWS)))[0]).toMatchObject(OURS)
    })
    expect(await shownTo(null)).toMatchObject(NOBODYS)
  })

  it('a key that is no town’s is refused before anything is said to the database', async () => {
    for (const key of ["x'; reset role; --", 'A', '', `${FIRST_TOWN}'`]) {
      await expect(shownTo(key)).rejects.toThrow('not a town key')
    }
    expect(await shownTo(FIRST_TOWN)).toMatchObject(OURS)
  })
})

const fail = (town: string) => run(town, 'select 1/0').catch(() => null)

/** The embedded database has one login, which may do everything; there the switch to `app` is the only lock. */
if (SERVER)
  describe('the login of the servers', () => {
    it('is neither superuser nor bypassing, owns nothing, and is bound by the policies without the switch too', async () => {
      const [login] = await run(
        null,
        `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
           (select count(*)::int from pg_class where relowner = r.oid) as owns
         from pg_roles r where rolname = session_user`,
      )
      expect(login).toEqual({ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, owns: 0 })
      const members = `select roleid::regrole::text as role from pg_auth_members where member = session_user::regrole`
      expect(await run(null, members)).toEqual([{ role: 'app' }])
      const unswitched = (town: string | null) =>
        database.inTransaction(town, async (db: Db) => {
          await db.execute(sql.raw('reset role'))
          return rowsOf<Shown>(await db.execute(sql.raw(WHAT_SHOWS)))[0]!
        })
      expect(await unswitched(FIRST_TOWN)).toMatchObject({ rows: OURS.rows })
      expect(await unswitched(null)).toMatchObject({ rows: null })
      expect(await shownTo(NEIGHBOUR)).toMatchObject(THEIRS)
    })
  })
