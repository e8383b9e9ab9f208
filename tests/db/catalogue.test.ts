/** Holds every table of the database to the rules: town first, row-level security forced, no way around it. */
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Db, rowsOf } from '../../db/client.ts'
import { plant } from '../support/planted.ts'
import { IN_FIRST_TOWN, IN_NEIGHBOUR } from '../support/reports.ts'
import { createWorld, FIRST_TOWN, NEIGHBOUR, type World } from '../support/world.ts'

/** Tables without row-level security; they hold no citizen's data. */
const PLATFORM = [
  'catalogue_versions',
  'conformance',
  'due_work',
  'limits',
  'memberships',
  'people',
  'person_identities',
  'person_links',
  'recovery_codes',
  'sessions',
  'shared_departments',
  'sign_in_steps',
  'town_areas',
  'town_settings',
  'town_versions',
  'towns',
]

let world: World
beforeAll(async () => {
  world = await createWorld()
  await plant(world, { town: FIRST_TOWN, word: 'zeisig', at: IN_FIRST_TOWN })
  await plant(world, { town: NEIGHBOUR, word: 'dompfaff', at: IN_NEIGHBOUR })
}, 180_000)
afterAll(() => world.close())

const query = <Row>(text: string, town: string | null = null) =>
  world.database.inTransaction(town, async (db: Db) => rowsOf<Row>(await db.execute(sql.raw(text))))

type Table = { name: string; secured: boolean; forced: boolean; owner: string }
const tables = () =>
  query<Table>(
    `select relname as name, relrowsecurity as secured, relforcerowsecurity as forced, pg_get_userbyid(relowner) as owner
     from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by relname`,
  )
const tenantTables = async () => (await tables()).filter(({ name }) => !PLATFORM.includes(name))

describe('every tenant table', () => {
  it('has row-level security, forced, with the one policy', async () => {
    const policies = await query<{ tablename: string; roles: string; qual: string; with_check: string }>(
      `select tablename, roles::text, qual, with_check from pg_policies where schemaname = 'public'`,
    )
    for (const table of await tenantTables()) {
      expect(table).toMatchObject({ secured: true, forced: true })
      const own = policies.filter(({ tablename }) => tablename === table.name)
      expect(own).toHaveLength(1)
      expect(own[0]).toMatchObject({ roles: '{app}' })
      const rule = "(town = NULLIF(current_setting('app.town'::text, true), ''::text))"
      expect([table.name, own[0]?.qual, own[0]?.with_check]).toEqual([table.name, rule, rule])
    }
  })

  it('has the town first in every key, unique index and index', async () => {
    const indexes = await query<{ table: string; index: string; first: string; unique: boolean }>(
      `select t.relname as table, i.relname as index, a.attname as first, x.indisunique as unique
       from pg_index x join pg_class t on t.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
       join pg_attribute a on a.attrelid = t.oid and a.attnum = x.indkey[0]
       where t.relnamespace = 'public'::regnamespace`,
    )
    const tenant = new Set((await tenantTables()).map(({ name }) => name))
    const own = indexes.filter(({ table }) => tenant.has(table))
    expect(own.filter(({ first }) => first !== 'town')).toEqual([])
    for (const name of tenant) expect(own.some(({ table, unique }) => table === name && unique)).toBe(true)
  })

  it('has the town first in every foreign key, on both sides', async () => {
    const keys = await query<{ name: string; from: string; to: string }>(
      `select c.conname as name, f.attname as from, t.attname as to from pg_constraint c
       join pg_attribute f on f.attrelid = c.conrelid and f.attnum = c.conkey[1]
       join pg_attribute t on t.attrelid = c.confrelid and t.attnum = c.confkey[1]
       join pg_class own on own.oid = c.conrelid
       where c.contype = 'f' and own.relname not in (${PLATFORM.map((name) => `'${name}'`).join(', ')})`,
    )
    expect(keys.length).toBeGreaterThan(4)
    expect(keys.filter(({ from, to }) => from !== 'town' || to !== 'town')).toEqual([])
  })

  it('indexes only types whose operators are leakproof', async () => {
    const types = await query<{ index: string; type: string }>(
      `select i.relname as index, a.atttypid::regtype::text as type from pg_index x
       join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
       join pg_attribute a on a.attrelid = i.oid where t.relnamespace = 'public'::regnamespace`,
    )
    const leakproof = [
      'text',
      'uuid',
      'integer',
      'timestamp with time zone',
      'double precision',
      'boolean',
      'date',
      'bigint',
    ]
    expect(types.filter(({ type }) => !leakproof.includes(type))).toEqual([])
  })

  it('has rows of both towns, of which an unfiltered SELECT shows each town its own, and nobody any', async () => {
    for (const { name } of await tenantTables()) {
      const seenBy = async (town: string | null) =>
        (await query<{ town: string }>(`select distinct town from "${name}"`, town)).map((row) => row.town)
      expect([name, await seenBy(FIRST_TOWN), await seenBy(NEIGHBOUR)]).toEqual([name, [FIRST_TOWN], [NEIGHBOUR]])
      expect([name, await seenBy(null)]).toEqual([name, []])
    }
  })

  it('cannot be changed or emptied from the neighbour’s side, however the statement is put', async () => {
    const counted = (name: string) => query<{ rows: string }>(`select count(*)::text as rows from "${name}"`, NEIGHBOUR)
    for (const { name } of await tenantTables()) {
      const before = await counted(name)
      const tried = query(`delete from "${name}" where town = '${NEIGHBOUR}'`, FIRST_TOWN)
      // Of what is only ever added nothing may be deleted at all.
      await tried.catch((error) => expect(error).toMatchObject({ cause: { code: '42501' } }))
      await expect(query(`truncate "${name}"`, FIRST_TOWN)).rejects.toMatchObject({ cause: { code: '42501' } })
      expect([name, await counted(name)]).toEqual([name, before])
    }
  })

  it('refuses a row of another town', async () => {
    const foreign = query(`insert into report_numbers (town, last) values ('${NEIGHBOUR}', 1)`, FIRST_TOWN)
    await expect(foreign).rejects.toMatchObject({ cause: { code: '42501' } })
  })
})

describe('a way around the policies', () => {
  it('is no view: there is none', async () => {
    const views = `select relname from pg_class where relkind in ('v', 'm', 'f') and relnamespace = 'public'::regnamespace`
    expect(await query(views)).toEqual([])
  })

  it('is no function: none runs with the rights of its owner', async () => {
    const functions = await query<{ name: string; definer: boolean }>(
      `select proname as name, prosecdef as definer from pg_proc where pronamespace = 'public'::regnamespace order by proname`,
    )
    expect(functions).toEqual([{ name: 'only_words_are_erased', definer: false }])
  })

  it('is no other role: app belongs to none', async () => {
    const roles = `select roleid::regrole::text as role from pg_auth_members where member = 'app'::regrole`
    expect(await query(roles)).toEqual([])
  })
})

/** Rolls a unit of work back, with what it read. */
class Kept extends Error {
  readonly rows: unknown[]
  constructor(rows: unknown[]) {
    super('rolled back')
    this.rows = rows
  }
}

describe('the role of every unit of work', () => {
  it('is app: owns nothing, is no superuser and bypasses nothing', async () => {
    const [role] = await query(
      `select current_user as name, rolsuper, rolbypassrls, rolcanlogin, rolcreatedb, rolcreaterole from pg_roles where rolname = current_user`,
    )
    expect(role).toEqual({
      name: 'app',
      rolsuper: false,
      rolbypassrls: false,
      rolcanlogin: false,
      rolcreatedb: false,
      rolcreaterole: false,
    })
    expect((await tables()).filter(({ owner }) => owner === 'app')).toEqual([])
  })

  it('can only add to the history, and take the town’s own words out of it', async () => {
    await expect(query('delete from events', FIRST_TOWN)).rejects.toMatchObject({ cause: { code: '42501' } })
    await expect(query("update events set action = 'x'", FIRST_TOWN)).rejects.toMatchObject({
      cause: { code: '42501' },
    })
    const id = crypto.randomUUID()
    const event = `insert into events (town, id, report_id, version, step, action, actor_kind, facts, happened_at)
      values ('${FIRST_TOWN}', '${id}', gen_random_uuid(), 1, 1, 'closed', 'system',
              '{"answer": "Done.", "to": "done"}', now())`
    const changed = (change: string) =>
      world.database.inTransaction(FIRST_TOWN, async (db: Db) => {
        await db.execute(sql.raw(event))
        const rows = rowsOf(
          await db.execute(sql.raw(`update events set facts = ${change} where id = '${id}' returning facts`)),
        )
        // Nothing of this stays: the event has no report.
        throw new Kept(rows)
      })
    await expect(changed(`facts - 'answer'`)).rejects.toMatchObject({ rows: [{ facts: { to: 'done' } }] })
    await expect(changed(`facts - 'to'`)).rejects.toMatchObject({ cause: { code: '42501' } })
    await expect(changed(`'{"to": "declined"}'`)).rejects.toMatchObject({ cause: { code: '42501' } })
  })
})

it('every table is either of a town or on the list of the platform', async () => {
  const withTown = await query<{ name: string }>(
    `select distinct table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'town'`,
  )
  const named = new Set(withTown.map(({ name }) => name))
  const lost = (await tables()).filter(({ name }) => !named.has(name) && !PLATFORM.includes(name))
  expect(lost).toEqual([])
  expect((await tables()).filter(({ name }) => PLATFORM.includes(name)).map(({ name }) => name)).toEqual(PLATFORM)
})

it('the town of one unit of work is forgotten in the next', async () => {
  await query('select 1', FIRST_TOWN)
  const [setting] = await query<{ town: string }>(`select current_setting('app.town', true) as town`)
  expect(setting?.town).toBe('')
})
