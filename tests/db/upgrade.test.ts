/** An installation of the first days, with a row in every table it had, comes through every later migration. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Database, rowsOf } from '../../db/client.ts'
import { openEmbedded } from '../../server/adapters/database-embedded.ts'
import { openPostgres } from '../../server/adapters/database-postgres.ts'
import { migratePostgres } from '../../server/adapters/migrate-postgres.ts'
import { MIGRATIONS } from '../../server/adapters/project-root.ts'
import { readTenants } from '../../server/cli/command-world.ts'
import { SCHEMA_VERSION } from '../../server/schema-version.ts'
import { derive, hashOf } from '../../server/secrets.ts'
import { applyTowns } from '../../server/towns/apply-towns.ts'
import { createDatabase } from '../support/postgres.ts'
import { START } from '../support/start.ts'
import { createWorld, FIRST_TOWN, PUBLIC_URL, type World } from '../support/world.ts'

/** 0000 to 0002: the first that anybody could have run. */
const FIRST_MIGRATIONS = 3
const POSTGRES = process.env.TEST_DATABASE_URL

const REPORT = '00000000-0000-4000-8000-000000000001'
const EVENT = '00000000-0000-4000-8000-000000000002'
const FRIDA = '00000000-0000-4000-8000-000000000003'
const OTHER = '00000000-0000-4000-8000-000000000004'
const NOTED = '00000000-0000-4000-8000-000000000005'
const SESSION = 'a-session-of-frida'
const DESCRIPTION = 'Loch vor dem Rathaus, seit den ersten Tagen.'

/** One row for each table, in an order their references allow. */
function rowsOfThen(trackingHash: string, sessionHash: string): Record<string, string> {
  const at = `'${START.toISOString()}'`
  const later = `'2027-01-01T00:00:00Z'`
  const t = `'${FIRST_TOWN}'`
  const because = `'{"by": "category", "category": "pothole", "department": "roads"}'`
  return {
    towns: `(key, name, kind, live, version) values (${t}, 'Bad Salzuflen', 'municipality', true, 1)`,
    town_versions: `(town, version, config, boundary, content_hash, applied_at, applied_by)
      values (${t}, 1, '{}', '{}', 'of then', ${at}, 'somebody')`,
    town_areas: `(town, kind, min_lon, min_lat, max_lon, max_lat, version, geometry)
      values (${t}, 'municipality', 8.6, 52, 8.9, 52.2, 1, '{"type": "Polygon", "coordinates": []}')`,
    people: `(id, email, name, language, created_at) values ('${FRIDA}', 'frida@stadt.example', 'Frida', 'de', ${at})`,
    memberships: `(person_id, town, department, role) values ('${FRIDA}', ${t}, 'roads', 'clerk')`,
    sessions: `(token_hash, person_id, created_at, seen_at, expires_at)
      values ('${sessionHash}', '${FRIDA}', ${at}, ${at}, ${later})`,
    limits: `(key, window_start, count) values ('of then', ${at}, 1)`,
    reports: `(town, id, number, category, status, visibility, text_visibility, department, routed_because, priority,
        lat, lon, place_source, intake_channel, language, token_version, tracking_hash, received_at, changed_at,
        answer_due_at, version)
      values (${t}, '${REPORT}', 1, 'pothole', 'received', 'shown', 'shown', 'roads', ${because}, 'normal',
        52.0862, 8.7443, 'point', 'web', 'de', 1, '${trackingHash}', ${at}, ${at}, ${later}, 1)`,
    report_texts: `(town, report_id, description, answers) values (${t}, '${REPORT}', '${DESCRIPTION}', '[]')`,
    report_contacts: `(town, report_id, email) values (${t}, '${REPORT}', 'anna@post.example')`,
    report_notes: `(town, id, report_id, author_id, text, written_at)
      values (${t}, '${OTHER}', '${REPORT}', '${FRIDA}', 'Ein Vermerk.', ${at})`,
    report_numbers: `(town, last) values (${t}, 1)`,
    report_photos: `(town, id, report_id, position, visibility, blob_key, content_type, width, height, is_result, added_at)
      values (${t}, '${OTHER}', '${REPORT}', 1, 'shown', '${FIRST_TOWN}/photos/${OTHER}.jpg', 'image/jpeg', 640, 480, false, ${at})`,
    events: `(town, id, report_id, version, step, action, actor_kind, facts, happened_at)
      values (${t}, '${EVENT}', '${REPORT}', 1, 1, 'submitted', 'citizen', '{"to": "received"}', ${at}),
             (${t}, '${NOTED}', '${REPORT}', 2, 1, 'noted', 'clerk', '{"noteId": "${OTHER}"}', ${at})`,
    deliveries: `(town, id, event_id, recipient, channel, state, attempts, changed_at)
      values (${t}, '${OTHER}', '${EVENT}', 'reporter', 'mail', 'sent', 1, ${at})`,
    drafts: `(town, token_hash, fields, created_at, expires_at) values (${t}, 'of then', '{}', ${at}, ${later})`,
    idempotency_keys: `(town, key, content_hash, report_id, expires_at)
      values (${t}, 'a-key', 'of then', '${REPORT}', ${later})`,
    usage_counts: `(town, day, step, intake_channel, device, via, count)
      values (${t}, '2026-11-16', 'sent', 'web', 'phone', '', 1)`,
    due_work: `(id, kind, town, ref, run_at, attempts) values ('${OTHER}', 'tell', ${t}, '${EVENT}', ${later}, 0)`,
  }
}

/** The migrations as they were, for a database of then. */
function firstMigrations(folder: string): string {
  cpSync(MIGRATIONS, folder, { recursive: true })
  const file = join(folder, 'meta/_journal.json')
  const journal = JSON.parse(readFileSync(file, 'utf8'))
  writeFileSync(file, JSON.stringify({ ...journal, entries: journal.entries.slice(0, FIRST_MIGRATIONS) }))
  return folder
}

type Fill = (database: Database) => Promise<void>

async function upgradedEmbedded(migrations: string, fill: Fill): Promise<Database> {
  const { database, client } = await openEmbedded({ migrations })
  await fill(database)
  const loadDataDir = await client.dumpDataDir('none')
  await database.close()
  return (await openEmbedded({ loadDataDir, migrations: MIGRATIONS })).database
}

async function upgradedOnPostgres(url: string, migrationsFolder: string, fill: Fill): Promise<Database> {
  const { servingUrl, ownerUrl, drop } = await createDatabase(url)
  const owner = postgres(ownerUrl, { max: 1, onnotice: () => undefined })
  await migrate(drizzle(owner), { migrationsFolder })
  await owner`grant app to ${owner(new URL(servingUrl).username)}`
  await owner.end()
  const database = openPostgres({ url: servingUrl, connections: 5 })
  await fill(database)
  const migrated = await migratePostgres({ databaseUrl: servingUrl, databaseOwnerUrl: ownerUrl })
  if (!migrated.ok) throw new Error(migrated.output)
  return { ...database, close: () => database.close().then(drop) }
}

describe('a database of the first migrations, with rows in every table', () => {
  const folder = mkdtempSync(join(tmpdir(), 'anliegenwerk-upgrade-'))
  let world: World
  let tracking: string
  let tables: string[]
  beforeAll(async () => {
    // The world's secret: links of then must lead there still.
    tracking = await derive('a secret for tests that is long enough', 'tracking', FIRST_TOWN, REPORT, 1)
    const rows = rowsOfThen(await hashOf(tracking), await hashOf(SESSION))
    tables = Object.keys(rows)
    const fill: Fill = (database) =>
      database.inTransaction(FIRST_TOWN, async (db) => {
        const known = await db.execute(sql`select tablename as name from pg_tables where schemaname = 'public'`)
        expect(
          rowsOf<{ name: string }>(known)
            .map(({ name }) => name)
            .sort(),
        ).toEqual([...tables].sort())
        for (const [table, row] of Object.entries(rows)) await db.execute(sql.raw(`insert into ${table} ${row}`))
      })
    const migrations = firstMigrations(folder)
    const upgraded = POSTGRES
      ? await upgradedOnPostgres(POSTGRES, migrations, fill)
      : await upgradedEmbedded(migrations, fill)
    world = await createWorld(upgraded)
  })
  afterAll(async () => {
    await world?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const get = (path: string, headers: HeadersInit = {}) =>
    world.app.fetch(new Request(PUBLIC_URL + path, { headers: { 'Sec-Fetch-Site': 'same-origin', ...headers } }))

  it('has the schema of this build, and every row still', async () => {
    expect(await world.database.schemaVersion()).toBe(SCHEMA_VERSION)
    await world.database.inTransaction(FIRST_TOWN, async (db) => {
      for (const table of tables) {
        const [kept] = rowsOf<{ count: number }>(
          await db.execute(sql.raw(`select count(*)::int as count from ${table}`)),
        )
        expect(kept!.count, table).toBeGreaterThan(0)
      }
    })
  })

  it('serves them once its towns are applied: page, secret link, queue of somebody who was signed in', async () => {
    const applied = await applyTowns(world.database, readTenants('tenants'), 'test', START)
    expect(applied.find(({ town }) => town === FIRST_TOWN)).toMatchObject({ version: 2, changed: true })
    const page = await get(`/${FIRST_TOWN}/anliegen/1`)
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining(DESCRIPTION)])
    const link = await get(`/${FIRST_TOWN}/verfolgen/${tracking}`)
    expect([link.status, await link.text()]).toEqual([200, expect.stringContaining(DESCRIPTION)])
    const Cookie = `__Host-session=${SESSION}`
    const queue = await get(`/amt/${FIRST_TOWN}/anliegen?view=open`, { Cookie })
    expect([queue.status, await queue.text()]).toEqual([200, expect.stringContaining(`/amt/${FIRST_TOWN}/anliegen/1`)])
    const report = await get(`/amt/${FIRST_TOWN}/anliegen/1`, { Cookie })
    expect([report.status, await report.text()]).toEqual([200, expect.stringContaining('Ein Vermerk.')])
  })
})
