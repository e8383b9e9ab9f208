/**
 * Embedded databases with the example towns, used again by one test after another: to open one takes half a second, to
 * put one back some hundredths. Whoever changes more than rows has had it for the last time.
 */
import { readFileSync } from 'node:fs'
import type { PGlite } from '@electric-sql/pglite'
import { inject } from 'vitest'
import type { Database } from '../../db/client.ts'
import { openEmbedded } from '../../server/adapters/database-embedded.ts'
import { MIGRATIONS } from '../../server/adapters/project-root.ts'

/** Each takes some 0.4 GB; few tests have more than one at a time. */
const MOST_KEPT = 2

type Opened = { database: Database; client: PGlite; before: Before }
/** What it was like at first. */
type Before = { shape: string; tables: string[]; rows: Map<string, { hash: string; copy: Blob }>; sequences: string }

const kept: Opened[] = []

export async function openEmbeddedAgain(): Promise<Database> {
  const opened = kept.pop() ?? (await openNew())
  let isClosed = false
  const unlessClosed = <Result>(work: () => Promise<Result>) =>
    isClosed ? Promise.reject(new Error('This database is closed.')) : work()
  return {
    inTransaction: (town, work) => unlessClosed(() => opened.database.inTransaction(town, work)),
    schemaVersion: () => unlessClosed(() => opened.database.schemaVersion()),
    close: async () => {
      if (isClosed) return
      isClosed = true
      if (kept.length < MOST_KEPT && (await isPutBack(opened))) kept.push(opened)
      else await opened.database.close()
    },
  }
}

async function openNew(): Promise<Opened> {
  const dump = new Blob([readFileSync(inject('templateDatabase'))])
  const { database, client } = await openEmbedded({ loadDataDir: dump, migrations: MIGRATIONS })
  return { database, client, before: await look(client) }
}

async function look(client: PGlite): Promise<Before> {
  const { rows } = await client.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' order by 1`,
  )
  const tables = rows.map(({ name }) => name)
  const filled = new Map<string, { hash: string; copy: Blob }>()
  for (const name of await filledOf(client, tables)) {
    const { blob } = await client.query(`copy "${name}" to '/dev/blob'`)
    filled.set(name, { hash: await hashOf(client, name), copy: blob! })
  }
  return { shape: await shapeOf(client), tables, rows: filled, sequences: await sequencesOf(client) }
}

/** @returns whether everything is as it was before */
async function isPutBack({ client, before }: Opened): Promise<boolean> {
  await client.exec('reset all; set search_path to public; unlisten *; select pg_advisory_unlock_all()')
  if ((await shapeOf(client)) !== before.shape) return false
  await client.transaction(async (tx) => {
    // Rows come back without what they would set off.
    await tx.exec('set local session_replication_role = replica')
    const added = (await filledOf(tx, before.tables)).filter((name) => !before.rows.has(name))
    if (added.length > 0) await tx.exec(`truncate ${added.map((name) => `"${name}"`).join(', ')} cascade`)
    for (const [name, { hash, copy }] of before.rows) {
      if ((await hashOf(tx, name)) === hash) continue
      await tx.exec(`delete from "${name}"`)
      await tx.query(`copy "${name}" from '/dev/blob'`, [], { blob: copy })
    }
    await tx.exec(before.sequences)
  })
  return true
}

type Reader = Pick<PGlite, 'query'>

async function filledOf(client: Reader, tables: string[]): Promise<string[]> {
  const each = tables.map((name) => `select '${name}' as name where exists (select from "${name}")`)
  const { rows } = await client.query<{ name: string }>(each.join(' union all '))
  return rows.map(({ name }) => name)
}

const textOf = async (client: Reader, query: string) =>
  (await client.query<{ text: string }>(`select (${query})::text as text`)).rows[0]!.text

const hashOf = (client: Reader, table: string) =>
  textOf(client, `select md5(string_agg(row::text, ',' order by row::text)) from "${table}" row`)

/** Everything but rows: a test of the locks may take one away. */
const shapeOf = (client: Reader) =>
  textOf(
    client,
    `select md5(concat(
      (select string_agg(concat(oid, relname, relacl, relrowsecurity, relforcerowsecurity, reloptions), ',' order by oid)
        from pg_class where relkind <> 't'),
      (select string_agg(concat(attrelid, attname, atttypid, attnotnull, attacl), ',' order by attrelid, attnum)
        from pg_attribute where attrelid > 16000 and attnum > 0),
      (select string_agg(concat(oid, polqual, polwithcheck), ',' order by oid) from pg_policy),
      (select string_agg(concat(oid, tgenabled), ',' order by oid) from pg_trigger),
      (select string_agg(concat(oid, convalidated), ',' order by oid) from pg_constraint),
      (select string_agg(concat(oid, prosrc, proacl), ',' order by oid) from pg_proc where oid > 16000),
      (select string_agg(concat(oid, rolsuper, rolbypassrls, rolconfig), ',' order by oid) from pg_roles)))`,
  )

/** As commands that put them back. */
const sequencesOf = (client: Reader) =>
  textOf(
    client,
    `select string_agg(format('select setval(%L, %s, %L)', quote_ident(sequencename), coalesce(last_value, 1),
      last_value is not null), '; ') from pg_sequences where schemaname = 'public'`,
  )
