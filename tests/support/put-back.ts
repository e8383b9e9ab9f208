/** The rows of a database as they were at first, in any Postgres, by somebody whom no lock holds. */

export type Rows = { query: <Row>(text: string, values?: unknown[]) => Promise<Row[]> }

export type Before = {
  shape: string
  tables: string[]
  /** Of those tables that had any. */
  rows: Map<string, { hash: string; json: string }>
  /** As a query that puts them back. */
  sequences: string
}

export async function lookAt(db: Rows): Promise<Before> {
  const found = await db.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' order by 1`,
  )
  const tables = found.map(({ name }) => name)
  const rows: Before['rows'] = new Map()
  for (const name of await filledOf(db, tables)) {
    const json = await textOf(db, `select json_agg(row) from "${name}" row`)
    rows.set(name, { hash: await hashOf(db, name), json })
  }
  return { shape: await shapeOf(db), tables, rows, sequences: await sequencesOf(db) }
}

/** What was added is truncated; what was there is compared, and restored where it differs. */
export async function putBack(db: Rows, { tables, rows, sequences }: Before): Promise<void> {
  const added = (await filledOf(db, tables)).filter((name) => !rows.has(name))
  if (added.length > 0) await db.query(`truncate ${added.map((name) => `"${name}"`).join(', ')} cascade`)
  const changed = []
  for (const [name, { hash }] of rows) if ((await hashOf(db, name)) !== hash) changed.push(name)
  if (changed.length > 0) {
    // Rows come back without what they would set off, and in any order.
    await db.query(`select set_config('session_replication_role', 'replica', true)`)
    for (const name of changed) {
      await db.query(`delete from "${name}"`)
      await db.query(
        `insert into "${name}" overriding system value select * from json_populate_recordset(null::"${name}", $1::text::json)`,
        [rows.get(name)!.json],
      )
    }
  }
  await db.query(sequences)
}

/** Everything but rows: a test of the locks may take one away. */
export const shapeOf = (db: Rows): Promise<string> =>
  textOf(
    db,
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

async function filledOf(db: Rows, tables: string[]): Promise<string[]> {
  const each = tables.map((name) => `select '${name}' as name where exists (select from "${name}")`)
  return (await db.query<{ name: string }>(each.join(' union all '))).map(({ name }) => name)
}

const textOf = async (db: Rows, query: string) =>
  (await db.query<{ text: string }>(`select (${query})::text as text`))[0]!.text

const hashOf = (db: Rows, table: string) =>
  textOf(db, `select md5(string_agg(row::text, ',' order by row::text)) from "${table}" row`)

const sequencesOf = (db: Rows) =>
  textOf(
    db,
    `select 'select ' || string_agg(format('setval(%L, %s, %L)', quote_ident(sequencename), coalesce(last_value, 1),
      last_value is not null), ', ') from pg_sequences where schemaname = 'public'`,
  )
