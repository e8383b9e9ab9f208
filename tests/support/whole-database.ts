/** Every word in every table, past the locks of towns and of roles. */
import { sql } from 'drizzle-orm'
import { rowsOf } from '../../db/client.ts'
import type { World } from './world.ts'

/**
 * Tables and columns of text or JSON that hold the word, as `table.column`, over all towns.
 * @param towns whose rows are looked at; tenant tables show no others
 */
export async function whereIs(world: World, word: string, towns: readonly string[]): Promise<string[]> {
  const found = new Set<string>()
  for (const town of towns) {
    await world.database.inTransaction(town, async (db) => {
      const columns = rowsOf<{ name: string; column: string }>(
        await db.execute(sql`select c.table_name as name, c.column_name as column from information_schema.columns c
          join information_schema.tables t using (table_schema, table_name)
          where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
          and c.data_type in ('text', 'jsonb', 'json', 'character varying')`),
      )
      for (const { name, column } of columns) {
        const [row] = rowsOf<{ hits: number }>(
          await db.execute(
            sql`select count(*)::int as hits from ${sql.identifier(name)}
              where ${sql.identifier(column)}::text ilike ${`%${word}%`}`,
          ),
        )
        if (row!.hits > 0) found.add(`${name}.${column}`)
      }
    })
  }
  return [...found].sort()
}
