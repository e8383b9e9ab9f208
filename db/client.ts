/** The one way to the tables: a unit of work is one transaction of one town, entered as the role `app`. */
import { sql } from 'drizzle-orm'
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'

/** A handle inside a unit of work. Exists only there. */
export type Db = PgDatabase<PgQueryResultHKT>

export interface Database {
  /**
   * Runs `work` in one transaction that sees only `town`'s rows of tenant tables (null: none of them).
   * No I/O but the database inside: on the embedded database everybody else waits meanwhile.
   */
  inTransaction<T>(town: string | null, work: (db: Db) => Promise<T>): Promise<T>
  /** When the newest applied migration was made (ms), or null on an empty database. */
  schemaVersion(): Promise<number | null>
  close(): Promise<void>
}

export const TOWN_KEY = /^[a-z][a-z0-9-]{1,62}$/

/**
 * First statements of every unit of work. Literal SET LOCAL, because set_config() is not handed on to the nodes of a
 * Citus cluster; the key is checked here because a literal cannot be a parameter.
 */
export function entering(town: string | null): string[] {
  if (town !== null && !TOWN_KEY.test(town)) throw new Error('not a town key')
  return ['SET LOCAL ROLE app', `SET LOCAL app.town = '${town ?? ''}'`]
}

/** Rows of a raw statement: the two drivers wrap them differently. */
export function rowsOf<Row>(result: unknown): Row[] {
  return (Array.isArray(result) ? result : (result as { rows: Row[] }).rows) as Row[]
}

export async function newestMigration(db: Db): Promise<number | null> {
  const result = await db.execute(sql`select max(created_at)::text as at from drizzle.__drizzle_migrations`)
  const [row] = rowsOf<{ at: string | null }>(result)
  return row?.at ? Number(row.at) : null
}
