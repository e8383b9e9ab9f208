/** Public reports of a town, newest first. */
import { and, desc, eq, gte, ilike, inArray, lt, lte, or, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { reports, reportTexts, STATUSES } from '../../db/schema/reports.ts'
import { type Ctx, inTransaction, type TxCtx } from '../context.ts'
import { invalid } from '../errors.ts'
import { type PublicReport, presentReport } from './present.ts'
import { CLOSED, OPEN, statusesShownAs } from './status.ts'

export const MOST_PER_PAGE = 100

export const Bbox = z
  .string()
  .transform((text, check) => {
    const [minLon, minLat, maxLon, maxLat, ...rest] = text.split(',').map(Number)
    const box = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90), z.number(), z.number()])
    const parsed = box.safeParse([minLon, minLat, maxLon, maxLat])
    if (parsed.success && rest.length === 0 && minLon! <= maxLon! && minLat! <= maxLat!) return parsed.data
    check.addIssue({ code: 'custom', message: 'bbox' })
    return z.NEVER
  })
  .meta({ description: 'minLon,minLat,maxLon,maxLat in WGS84 degrees' })

export const ListReports = z.object({
  bbox: Bbox.optional(),
  category: z.string().max(63).optional(),
  status: z.enum([...STATUSES, 'open', 'closed']).optional(),
  since: z.iso.datetime({ offset: true }).optional(),
  q: z.string().trim().max(200).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(MOST_PER_PAGE).default(20),
})
export type ListReportsInput = z.infer<typeof ListReports>

export type Page<Item> = { items: Item[]; next: string | null }

export function listPublicReports(ctx: Ctx | TxCtx, input: ListReportsInput): Promise<Page<PublicReport>> {
  return inTransaction(ctx, async (ctx) => {
    const rows = await ctx.db
      .select({ report: reports, text: reportTexts })
      .from(reports)
      .leftJoin(reportTexts, and(eq(reportTexts.town, reports.town), eq(reportTexts.reportId, reports.id)))
      .where(and(publicOf(ctx), ...filters(ctx, input), after(input.cursor)))
      .orderBy(desc(reports.receivedAt), desc(reports.number))
      .limit(input.limit + 1)
    const items = rows.slice(0, input.limit).map(presentReport)
    return { items, next: rows.length > input.limit ? cursorOf(items.at(-1)!) : null }
  })
}

/** How many public reports fit the filter. */
export function countPublicReports(ctx: Ctx | TxCtx, input: Partial<ListReportsInput>): Promise<number> {
  return inTransaction(ctx, (ctx) => ctx.db.$count(reports, and(publicOf(ctx), ...filters(ctx, input))))
}

/** How many public reports are in work. */
export function countOpenPublicReports(ctx: Ctx | TxCtx): Promise<number> {
  return inTransaction(ctx, (ctx) => ctx.db.$count(reports, and(publicOf(ctx), inArray(reports.status, [...OPEN]))))
}

export function publicOf(ctx: TxCtx): SQL | undefined {
  return and(eq(reports.town, ctx.town.key), eq(reports.visibility, 'shown'))
}

/** Conditions of a public filter; the same for list and map. */
export function filters(
  ctx: TxCtx,
  { bbox, category, status, since, q }: Partial<ListReportsInput>,
): (SQL | undefined)[] {
  return [
    bbox &&
      and(gte(reports.lon, bbox[0]), gte(reports.lat, bbox[1]), lte(reports.lon, bbox[2]), lte(reports.lat, bbox[3])),
    category === undefined ? undefined : eq(reports.category, category),
    status === undefined ? undefined : inArray(reports.status, statusesOf(status)),
    since === undefined ? undefined : gte(reports.changedAt, new Date(since)),
    q ? matching(ctx, q) : undefined,
  ]
}

function statusesOf(status: NonNullable<ListReportsInput['status']>) {
  if (status === 'open') return [...OPEN]
  if (status === 'closed') return [...CLOSED]
  return statusesShownAs(status)
}

/** Number, category, or words of a released text. */
function matching(ctx: TxCtx, q: string): SQL | undefined {
  const number = /^#?(\d{1,9})$/.exec(q)?.[1]
  if (number) return eq(reports.number, Number(number))
  const wanted = q.toLowerCase()
  const categories = ctx.town.categories
    .filter(({ name, search }) => [...Object.values(name), ...search].some((word) => plain(word).includes(wanted)))
    .map((category) => category.key)
  const pattern = `%${q.replaceAll(/[\\%_]/g, '\\$&')}%`
  const inText = or(ilike(reportTexts.description, pattern), ilike(reportTexts.address, pattern))
  return or(
    categories.length > 0 ? inArray(reports.category, categories) : undefined,
    sql`exists (select 1 from ${reportTexts} where ${reportTexts.town} = ${reports.town} and ${reportTexts.reportId} = ${reports.id} and ${reports.textVisibility} = 'shown' and (${inText}))`,
  )
}

/** Catalogue names carry soft hyphens for narrow screens. */
function plain(word: string): string {
  return word.replaceAll('\u00ad', '').toLowerCase()
}

function cursorOf({ receivedAt, number }: PublicReport): string {
  return btoa(`${receivedAt.toISOString()}|${number}`)
}

function after(cursor: string | undefined): SQL | undefined {
  if (cursor === undefined) return undefined
  const [at, number] = decode(cursor).split('|')
  const date = new Date(at ?? '')
  if (Number.isNaN(date.getTime()) || !Number.isInteger(Number(number))) {
    throw invalid([{ pointer: '/cursor', reason: 'cursor_wrong' }])
  }
  return or(lt(reports.receivedAt, date), and(eq(reports.receivedAt, date), lt(reports.number, Number(number))))
}

function decode(cursor: string): string {
  try {
    return atob(cursor)
  } catch {
    return ''
  }
}
