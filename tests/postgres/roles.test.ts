/** Two logins, as the README has them made: one owns and migrates, one serves and owns nothing. */
import postgres, { type Sql } from 'postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '../support/postgres.ts'
import { build, runCommand } from '../support/server.ts'

const TENANT_TABLE = 'reports'

let serving: Sql
let owner: Sql
let servingUrl: string
let drop: () => Promise<void>
beforeAll(async () => {
  const database = await createTestDatabase(process.env.TEST_DATABASE_URL!)
  drop = database.drop
  servingUrl = database.servingUrl
  const quiet = { max: 1, prepare: false, fetch_types: false, onnotice: () => undefined }
  serving = postgres(database.servingUrl, quiet)
  owner = postgres(database.ownerUrl, quiet)
})
afterAll(async () => {
  await serving?.end()
  await owner?.end()
  await drop?.()
})

const ROLE =
  'select current_user as name, rolsuper, rolbypassrls, rolcreatedb, rolcreaterole, rolreplication from pg_roles where rolname = current_user'
const nothingOf = (role: object | undefined) => Object.entries(role ?? {}).filter(([, value]) => value === true)

describe('the serving login', () => {
  it('is no superuser, bypasses no policy, and makes neither roles nor databases', async () => {
    const [role] = await serving.unsafe(ROLE)
    expect(role).toBeDefined()
    expect(nothingOf(role)).toEqual([])
  })

  it('owns no table, function, schema or database', async () => {
    const owned = await serving`
      select relname as name from pg_class where relowner = current_user::regrole
      union all select proname from pg_proc where proowner = current_user::regrole
      union all select nspname from pg_namespace where nspowner = current_user::regrole
      union all select datname from pg_database where datdba = current_user::regrole`
    expect([...owned]).toEqual([])
  })

  it('is a member of app, which owns nothing either, and of nobody else', async () => {
    const member = await serving`
      select rolname as name from pg_roles where rolname <> current_user and pg_has_role(current_user, oid, 'MEMBER')`
    expect([...member]).toEqual([{ name: 'app' }])
    const [owned] = await serving`select count(*)::int as count from pg_class where relowner = 'app'::regrole`
    expect(owned).toEqual({ count: 0 })
  })

  it('can neither become the owner nor change a table', async () => {
    const [{ name } = { name: '' }] = await owner`select current_user as name`
    await expect(serving.unsafe(`set role ${name}`)).rejects.toMatchObject({ code: '42501' })
    await expect(serving.unsafe(`alter table ${TENANT_TABLE} no force row level security`)).rejects.toMatchObject({
      code: '42501',
    })
    await expect(serving.unsafe('create table public.own (id int)')).rejects.toMatchObject({ code: '42501' })
  })

  it('that is mistaken for the owner reads why it may not migrate: the database’s words, no statement', async () => {
    await build()
    const { code, output } = await runCommand(['migrate'], { DATABASE_OWNER_URL: servingUrl })
    expect(code).toBe(1)
    expect(output).toMatch(/^permission denied for database \w+\n$/)
  })
})

describe('the owner', () => {
  it('is no superuser, bypasses no policy, and owns every table', async () => {
    const [role] = await owner.unsafe(ROLE)
    expect(role).toMatchObject({ rolsuper: false, rolbypassrls: false })
    const others = await owner`
      select relname as name from pg_class where relnamespace = 'public'::regnamespace and relowner <> current_user::regrole`
    expect([...others]).toEqual([])
  })

  it('sees no row of a tenant table: the policies bind it too', async () => {
    await serving.begin(async (sql) => {
      await sql.unsafe(`set local role app; set local app.town = 'lemgo'`)
      await sql`insert into report_numbers (town, last) values ('lemgo', 7)`
    })
    expect([...(await owner`select * from report_numbers`)]).toEqual([])
  })
})
