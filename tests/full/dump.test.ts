/** The lines the README gives for backing up Postgres, rehearsed: every row of every town, and the locks on them. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres, { type Sql } from 'postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPostgres } from '../../server/adapters/database-postgres.ts'
import { migratePostgres } from '../../server/adapters/migrate-postgres.ts'
import { createDatabase, createTestDatabase } from '../support/postgres.ts'

const POSTGRES = process.env.TEST_DATABASE_URL
const BIN = process.env.TEST_POSTGRES_BIN ?? ''
const canDump = Boolean(POSTGRES) && existsSync(join(BIN, 'pg_dump'))
const title = canDump
  ? 'a dump of Postgres'
  : 'a dump (skipped: TEST_POSTGRES_BIN has no pg_dump, or there is no Postgres)'
const TOWNS = ['lemgo', 'herford']

type TestDatabase = Awaited<ReturnType<typeof createDatabase>>

describe.skipIf(!canDump)(title, () => {
  const folder = mkdtempSync(join(tmpdir(), 'anliegenwerk-dump-'))
  const dump = join(folder, 'dump')
  const closing: (() => Promise<unknown>)[] = []
  let from: TestDatabase
  let to: TestDatabase
  beforeAll(async () => {
    from = await createTestDatabase(POSTGRES!)
    to = await createDatabase(POSTGRES!)
    closing.push(from.drop, to.drop)
    const serving = openPostgres({ url: from.servingUrl, connections: 1 })
    for (const town of TOWNS) {
      await serving.inTransaction(town, (db) =>
        db.execute(`insert into report_numbers (town, last) values ('${town}', 7)`),
      )
    }
    await serving.close()
  })
  afterAll(async () => {
    for (const close of closing) await close()
    rmSync(folder, { recursive: true, force: true })
  })

  const run = (command: string, ...args: string[]) => execFileSync(join(BIN, command), args, { stdio: 'pipe' })
  const as = (url: string, person: string) => Object.assign(new URL(url), { username: person }).href
  const open = (url: string): Sql => {
    const sql = postgres(url, { max: 1, onnotice: () => undefined })
    closing.unshift(() => sql.end())
    return sql
  }

  it('by the owner is refused, because the policies bind it: no dump looks whole and is empty', () => {
    expect(() => run('pg_dump', '--format=custom', `--file=${dump}`, from.ownerUrl)).toThrow(/row-level security/)
  })

  it('by a role that may bypass them is put in place by the owner, with all rows and every lock', async () => {
    const backupUrl = as(from.ownerUrl, 'anliegenwerk_backup')
    run('pg_dump', '--format=custom', `--file=${dump}`, backupUrl)
    run('pg_restore', '--no-owner', '--exit-on-error', `--dbname=${to.ownerUrl}`, dump)
    const migrated = await migratePostgres({ databaseUrl: to.servingUrl, databaseOwnerUrl: to.ownerUrl })
    expect(migrated.ok, migrated.output).toBe(true)

    const everything = open(as(to.ownerUrl, 'anliegenwerk_backup'))
    const rows = await everything`select town, last from report_numbers order by town desc`
    expect([...rows]).toEqual(TOWNS.map((town) => ({ town, last: 7 })))

    const locks = (sql: Sql) => sql<{ name: string }[]>`
      select c.relname as name, c.relrowsecurity as on, c.relforcerowsecurity as forced, p.polname as policy,
             pg_get_expr(p.polqual, p.polrelid) as rule,
             array_to_string(c.relacl, ',') as rights, pg_get_userbyid(c.relowner) as owner
      from pg_class c left join pg_policy p on p.polrelid = c.oid
      where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace order by 1`
    const before = await locks(open(backupUrl))
    expect(before.length).toBeGreaterThan(20)
    expect([...(await locks(everything))]).toEqual([...before])

    const serving = openPostgres({ url: to.servingUrl, connections: 1 })
    const seen = await serving.inTransaction('lemgo', (db) => db.execute('select town from report_numbers'))
    await serving.close()
    expect([...(seen as unknown as object[])]).toEqual([{ town: 'lemgo' }])
  })
})
