/** Many reports in few statements: what an import reads and writes. Every query carries the town. */
import { and, eq, getTableColumns, inArray, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import { events } from '../../db/schema/events.ts'
import { reportContacts, reportNumbers, reports, reportTexts } from '../../db/schema/reports.ts'
import type { TxCtx } from '../context.ts'

type NewReport = Omit<typeof reports.$inferInsert, 'town'>
type NewText = Omit<typeof reportTexts.$inferInsert, 'town'>
type NewContact = Omit<typeof reportContacts.$inferInsert, 'town'>

/**
 * One value for all rows, whatever their number: the database takes them apart twice as fast as a list of thousands of
 * values is put together here.
 */
async function addMany(ctx: TxCtx, table: PgTable, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return
  const columns = Object.entries(getTableColumns(table)).filter(([field]) => field === 'town' || field in rows[0]!)
  const names = sql.join(
    columns.map(([, { name }]) => sql.identifier(name)),
    sql`, `,
  )
  const named = rows.map((row) => {
    const own = { ...row, town: ctx.town.key } as Record<string, unknown>
    return Object.fromEntries(columns.map(([field, { name }]) => [name, own[field]]))
  })
  await ctx.db.execute(
    sql`insert into ${table} (${names}) select ${names} from json_populate_recordset(null::${table}, ${JSON.stringify(named)}::json)`,
  )
}

/** The last number given. Held until commit, so that two imports at once cannot both take a report for new. */
export async function holdLastNumber(ctx: TxCtx): Promise<number> {
  const [counter] = await ctx.db
    .insert(reportNumbers)
    .values({ town: ctx.town.key, last: 0 })
    .onConflictDoUpdate({ target: reportNumbers.town, set: { last: sql`${reportNumbers.last}` } })
    .returning({ last: reportNumbers.last })
  return counter!.last
}

export async function setLastNumber(ctx: TxCtx, last: number): Promise<void> {
  await ctx.db.update(reportNumbers).set({ last }).where(eq(reportNumbers.town, ctx.town.key))
}

/** Which of these are here already, with the digest of the row they were made from. */
export async function listImportedRows(
  ctx: TxCtx,
  source: string,
  refs: readonly string[],
): Promise<Map<string, string | null>> {
  if (refs.length === 0) return new Map()
  const rows = await ctx.db
    .select({ ref: reports.sourceRef, content: sql<string | null>`${events.facts} ->> 'content'` })
    .from(reports)
    .leftJoin(
      events,
      and(
        eq(events.town, reports.town),
        eq(events.reportId, reports.id),
        eq(events.version, 1),
        eq(events.action, 'imported'),
      ),
    )
    .where(and(eq(reports.town, ctx.town.key), eq(reports.source, source), inArray(reports.sourceRef, [...refs])))
  return new Map(rows.map(({ ref, content }) => [ref!, content]))
}

export async function addImportedRows(
  ctx: TxCtx,
  rows: { reports: NewReport[]; texts: NewText[]; contacts: NewContact[] },
): Promise<void> {
  await addMany(ctx, reports, rows.reports)
  await addMany(ctx, reportTexts, rows.texts)
  await addMany(ctx, reportContacts, rows.contacts)
}
