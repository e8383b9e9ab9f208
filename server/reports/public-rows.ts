/** Queries over what everybody may see: lists, the map's cells, figures. Every one carries the town and `shown`. */
import {
  and,
  asc,
  desc,
  eq,
  gt,
  gte,
  ilike,
  inArray,
  isNotNull,
  isNull,
  lt,
  lte,
  max,
  min,
  or,
  type SQL,
  sql,
} from 'drizzle-orm'
import { reports, reportTexts, type Status } from '../../db/schema/reports.ts'
import type { Bounds } from '../../tenants/schema.ts'
import type { TxCtx } from '../context.ts'
import type { PhotoRow } from '../photos/rows.ts'
import { fitsCategory } from '../towns/fits-category.ts'
import type { ReportRow, TextRow } from './rows.ts'
import { OPEN } from './status.ts'

export type PublicFilter = {
  /** West of its east, or around the date line. */
  bbox?: Bounds | undefined
  /** A report that only has an address is within every bbox, as OGC API – Features wants it. */
  withoutPlaceToo?: boolean | undefined
  category?: string | readonly string[] | undefined
  statuses?: Status[] | undefined
  district?: string | undefined
  numbers?: readonly number[] | undefined
  /** Received at or after, and at or before. */
  receivedFrom?: Date | undefined
  receivedUntil?: Date | undefined
  /** Changed at or after, and at or before. */
  since?: Date | undefined
  changedUntil?: Date | undefined
  /** At most so far from a place. */
  around?: Around | undefined
  /** A number, a category's words, or words of a released text. */
  q?: string | undefined
}
export type Around = { lat: number; lon: number; metres: number }
/** Where the page before has ended. */
export type Position = { receivedAt: Date; number: number }
export type ReportWithText = {
  report: ReportRow
  text: TextRow | null
  photo?: PhotoRow | undefined
  hasNotice?: boolean
}

/** Newest first. */
export async function listPublicRows(
  ctx: TxCtx,
  filter: PublicFilter,
  { after, limit, offset = 0 }: { after?: Position | undefined; limit: number; offset?: number | undefined },
): Promise<ReportWithText[]> {
  const rows = await ctx.db
    .select()
    .from(reports)
    .where(and(shown(ctx, filter), after && older(after)))
    .orderBy(desc(reports.receivedAt), desc(reports.number))
    .limit(limit)
    .offset(offset)
  return addTexts(ctx, rows)
}

/** The rows that come before a position, those nearest to it first: read from there, oldest first. */
export async function listPublicRowsBefore(
  ctx: TxCtx,
  filter: PublicFilter,
  { before, limit }: { before: Position; limit: number },
): Promise<ReportWithText[]> {
  const rows = await ctx.db
    .select()
    .from(reports)
    .where(and(shown(ctx, filter), newer(before)))
    .orderBy(asc(reports.receivedAt), asc(reports.number))
    .limit(limit)
  return addTexts(ctx, rows)
}

/** Changed last comes first. */
export async function listChangedRows(ctx: TxCtx, filter: PublicFilter, limit: number): Promise<ReportWithText[]> {
  const rows = await ctx.db
    .select()
    .from(reports)
    .where(shown(ctx, filter))
    .orderBy(desc(reports.changedAt), desc(reports.number))
    .limit(limit)
  return addTexts(ctx, rows)
}

/** By a question of its own: joined, a database without statistics reads the texts of the whole town for one page. */
async function addTexts(ctx: TxCtx, rows: readonly ReportRow[]): Promise<ReportWithText[]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const found = await ctx.db
    .select()
    .from(reportTexts)
    .where(and(eq(reportTexts.town, ctx.town.key), inArray(reportTexts.reportId, ids)))
  const texts = new Map(found.map((text) => [text.reportId, text]))
  return rows.map((report) => ({ report, text: texts.get(report.id) ?? null }))
}

/** When the first came in and when one changed last; null where there are none. */
export async function readPublicSpan(ctx: TxCtx): Promise<{ first: Date | null; changed: Date | null }> {
  const [span] = await ctx.db
    .select({ first: min(reports.receivedAt), changed: max(reports.changedAt) })
    .from(reports)
    .where(shown(ctx, {}))
  return span!
}

export async function countPublicRows(ctx: TxCtx, filter: PublicFilter): Promise<number> {
  return ctx.db.$count(reports, shown(ctx, filter))
}

export async function listPinRows(ctx: TxCtx, filter: PublicFilter, limit: number): Promise<ReportWithText[]> {
  return withTexts(ctx)
    .where(and(shown(ctx, filter), isNotNull(reports.lat)))
    .orderBy(reports.number)
    .limit(limit)
}

/** Size of a cell in degrees, and how many cells at most. */
export type Grid = { lat: number; lon: number; most: number }

/** What is read of a cell. `number` is one of its reports. */
export const CELL = {
  count: sql<number>`count(*)::int`,
  open: sql<number>`(count(*) filter (where ${inArray(reports.status, [...OPEN])}))::int`,
  lat: sql<number>`avg(${reports.lat})::float8`,
  lon: sql<number>`avg(${reports.lon})::float8`,
  minLon: sql<number>`min(${reports.lon})::float8`,
  minLat: sql<number>`min(${reports.lat})::float8`,
  maxLon: sql<number>`max(${reports.lon})::float8`,
  maxLat: sql<number>`max(${reports.lat})::float8`,
  number: sql<number>`min(${reports.number})::int`,
}
export type CellRow = Record<keyof typeof CELL, number>

export const cellsOf = (grid: Grid): SQL[] => [
  sql`floor(${reports.lat} / ${grid.lat}::float8)`,
  sql`floor(${reports.lon} / ${grid.lon}::float8)`,
]

/** Reports counted by the cells of a grid, fullest first. */
export async function listCellRows(ctx: TxCtx, filter: PublicFilter, grid: Grid): Promise<CellRow[]> {
  return ctx.db
    .select(CELL)
    .from(reports)
    .where(and(shown(ctx, filter), isNotNull(reports.lat)))
    .groupBy(...cellsOf(grid))
    .orderBy(sql`count(*) desc`)
    .limit(grid.most)
}

/** How many have ended, how many of them are done, and the median of days that took. */
export async function readFigures(ctx: TxCtx): Promise<{ ended: number; done: number; medianDays: number | null }> {
  const done = eq(reports.status, 'done')
  const seconds = sql`extract(epoch from ${reports.closedAt} - ${reports.receivedAt})`
  const [row] = await ctx.db
    .select({
      ended: sql<number>`(count(*) filter (where ${reports.closedAt} is not null))::int`,
      done: sql<number>`(count(*) filter (where ${done}))::int`,
      medianDays: sql<
        number | null
      >`(percentile_cont(0.5) within group (order by ${seconds}) filter (where ${done}) / 86400)::float8`,
    })
    .from(reports)
    // What was merged is counted once, with its lead.
    .where(and(shown(ctx, {}), isNull(reports.mergedInto)))
  return row!
}

/** How long the category's reports took that were done since then: how many, and days after which 5 and 9 of 10 were. */
export async function readDurations(ctx: TxCtx, category: string, since: Date) {
  const days = (share: number) =>
    sql<number | null>`(percentile_cont(${share}::float8) within group (order by
      extract(epoch from ${reports.closedAt} - ${reports.receivedAt})) / 86400)::float8`
  const [row] = await ctx.db
    .select({ done: sql<number>`count(*)::int`, median: days(0.5), nineOfTen: days(0.9) })
    .from(reports)
    .where(and(shown(ctx, { category, statuses: ['done'] }), gte(reports.closedAt, since)))
  return row!
}

/** Numbers of all public reports with their last change, newest first. */
export async function listPublicNumberRows(ctx: TxCtx, { limit, offset }: { limit: number; offset: number }) {
  return ctx.db
    .select({ number: reports.number, changedAt: reports.changedAt })
    .from(reports)
    .where(shown(ctx, {}))
    .orderBy(desc(reports.number))
    .limit(limit)
    .offset(offset)
}

function withTexts(ctx: TxCtx) {
  return ctx.db
    .select({ report: reports, text: reportTexts })
    .from(reports)
    .leftJoin(reportTexts, and(eq(reportTexts.town, reports.town), eq(reportTexts.reportId, reports.id)))
}

function shown(ctx: TxCtx, filter: PublicFilter): SQL | undefined {
  const { category, statuses, district, numbers, q } = filter
  const { receivedFrom, receivedUntil, since, changedUntil, around } = filter
  return and(
    eq(reports.town, ctx.town.key),
    eq(reports.visibility, 'shown'),
    within(filter),
    category === undefined ? undefined : inArray(reports.category, [category].flat()),
    statuses && inArray(reports.status, statuses),
    district === undefined ? undefined : eq(reports.district, district),
    numbers && inArray(reports.number, [...numbers]),
    receivedFrom && gte(reports.receivedAt, receivedFrom),
    receivedUntil && lte(reports.receivedAt, receivedUntil),
    since && gte(reports.changedAt, since),
    changedUntil && lte(reports.changedAt, changedUntil),
    around && nearby(around),
    q ? matching(ctx, q) : undefined,
  )
}

function within({ bbox, withoutPlaceToo }: PublicFilter): SQL | undefined {
  if (!bbox) return undefined
  const [west, south, east, north] = bbox
  const between = [gte(reports.lon, west), lte(reports.lon, east)]
  const inside = and(gte(reports.lat, south), lte(reports.lat, north), west > east ? or(...between) : and(...between))
  return withoutPlaceToo ? or(inside, isNull(reports.lat)) : inside
}

/** The first condition says nothing new, but lets the index begin there instead of walking up to it. */
function older({ receivedAt, number }: Position): SQL | undefined {
  return and(lte(reports.receivedAt, receivedAt), or(lt(reports.receivedAt, receivedAt), lt(reports.number, number)))
}

function newer({ receivedAt, number }: Position): SQL | undefined {
  return and(gte(reports.receivedAt, receivedAt), or(gt(reports.receivedAt, receivedAt), gt(reports.number, number)))
}

/** Of one degree of latitude. */
const DEGREE_METRES = 111_195
const EARTH_METRES = 6_371_009

/** A box first, which an index finds; then the distance on a sphere (haversine). */
function nearby({ lat, lon, metres }: Around): SQL | undefined {
  const tall = metres / DEGREE_METRES
  const wide = tall / Math.max(0.01, Math.cos((lat * Math.PI) / 180))
  const from = sql`radians(${lat}::float8)`
  const half = (angle: SQL) => sql`power(sin((${angle}) / 2), 2)`
  const chord = sql`${half(sql`radians(${reports.lat}) - ${from}`)} + cos(${from}) * cos(radians(${reports.lat})) * ${half(sql`radians(${reports.lon} - ${lon}::float8)`)}`
  return and(
    gte(reports.lat, lat - tall),
    lte(reports.lat, lat + tall),
    gte(reports.lon, lon - wide),
    lte(reports.lon, lon + wide),
    sql`${2 * EARTH_METRES}::float8 * asin(sqrt(least(1, ${chord}))) <= ${metres}::float8`,
  )
}

function matching(ctx: TxCtx, q: string): SQL | undefined {
  const number = numberIn(q)
  if (number) return eq(reports.number, number)
  const categories = ctx.town.categories.filter((one) => fitsCategory(one, q)).map((category) => category.key)
  return or(
    categories.length > 0 ? inArray(reports.category, categories) : undefined,
    sql`exists (select 1 from ${reportTexts} where ${reportTexts.town} = ${reports.town} and ${reportTexts.reportId} = ${reports.id} and ${reports.textVisibility} = 'shown' and (${inTexts(q)}))`,
  )
}

/** Words of a text or of its place. */
export function inTexts(q: string): SQL | undefined {
  const pattern = `%${q.replaceAll(/[\\%_]/g, '\\$&')}%`
  return or(ilike(reportTexts.description, pattern), ilike(reportTexts.address, pattern))
}

/** "#1042" or "1042" */
export function numberIn(q: string): number | null {
  const digits = /^#?(\d{1,9})$/.exec(q)?.[1]
  return digits ? Number(digits) : null
}
