/** Public reports of a town, newest first. */
import { z } from 'zod'
import { STATUSES, type Status } from '../../db/schema/reports.ts'
import { type Ctx, inTransaction, type TxCtx } from '../context.ts'
import { listPhotosOf } from '../photos/rows.ts'
import { plainText } from '../plain-text.ts'
import { cursorOf, placeOf } from './cursor.ts'
import { type PublicReport, presentReport } from './present.ts'
import {
  countPublicRows,
  listChangedRows,
  listPublicRows,
  listPublicRowsBefore,
  type Position,
  type PublicFilter,
  type ReportWithText,
  readPublicSpan,
} from './public-rows.ts'
import { CLOSED, OPEN, statusesShownAs } from './status.ts'

const MOST_PER_PAGE = 100

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

const Key = z.string().regex(/^[\w-]{1,63}$/)
const Moment = z.iso.datetime({ offset: true })
const MOST_KEYS = 50

/** One key, or several by comma. */
const Keys = z
  .string()
  .regex(/^[\w-]{1,63}(,[\w-]{1,63})*$/)
  .refine((text) => text.split(',').length <= MOST_KEYS)
  .meta({ description: 'Key of a category, or several by comma' })

export const ListReports = z.object({
  bbox: Bbox.optional(),
  category: Keys.optional(),
  status: z.enum([...STATUSES, 'open', 'closed']).optional(),
  district: Key.optional().meta({ description: 'Key of a district of the town, as `listDistricts` names it' }),
  receivedFrom: Moment.optional().meta({ description: 'Received at or after' }),
  receivedUntil: Moment.optional().meta({ description: 'Received at or before' }),
  since: Moment.optional().meta({ description: 'Changed at or after' }),
  q: plainText().trim().max(200).optional().meta({ description: 'A number, a category, or words of released texts' }),
  cursor: z.string().max(200).optional().meta({ description: '`next` of the page before' }),
  limit: z.coerce.number().int().min(1).max(MOST_PER_PAGE).default(20),
})
export type ListReportsInput = z.infer<typeof ListReports>

export type Page<Item> = { items: Item[]; next: string | null }

/** @throws invalid `/cursor` for a cursor that is not one of ours */
export function listPublicReports(ctx: Ctx | TxCtx, input: ListReportsInput): Promise<Page<PublicReport>> {
  return readPublicReports(ctx, publicFilter(input), input)
}

/**
 * A page of what everybody may see, newest first, however a surface asks for it.
 * @throws invalid `/cursor` for a cursor that is not one of ours
 */
export function readPublicReports(
  ctx: Ctx | TxCtx,
  filter: PublicFilter,
  { cursor, limit, offset }: { cursor?: string | undefined; limit: number; offset?: number },
): Promise<Page<PublicReport>> {
  return inTransaction(ctx, async (ctx) => {
    const after = cursor === undefined ? undefined : positionOf(cursor)
    const rows = await listPublicRows(ctx, filter, { after, limit: limit + 1, offset })
    const items = await presentAll(ctx, rows.slice(0, limit))
    return { items, next: rows.length > limit ? cursorAfter(items.at(-1)!) : null }
  })
}

/**
 * The page that ends where another begins, newest first too.
 * @throws invalid `/cursor` for a cursor that is not one of ours
 */
export function readPublicReportsBefore(
  ctx: Ctx | TxCtx,
  filter: PublicFilter,
  { cursor, limit }: { cursor: string; limit: number },
): Promise<{ items: PublicReport[]; hasEarlier: boolean }> {
  return inTransaction(ctx, async (ctx) => {
    const rows = await listPublicRowsBefore(ctx, filter, { before: positionOf(cursor), limit: limit + 1 })
    const items = await presentAll(ctx, rows.slice(0, limit).toReversed())
    return { items, hasEarlier: rows.length > limit }
  })
}

/** What changed last, newest change first. */
export function readChangedReports(ctx: Ctx, filter: PublicFilter, limit: number): Promise<PublicReport[]> {
  return inTransaction(ctx, async (ctx) => presentAll(ctx, await listChangedRows(ctx, filter, limit)))
}

/** When the first of the public reports came in, and when one changed last. */
export function readPublicReach(ctx: Ctx) {
  return inTransaction(ctx, readPublicSpan)
}

async function presentAll(ctx: TxCtx, rows: readonly ReportWithText[]): Promise<PublicReport[]> {
  const ids = rows.map(({ report }) => report.id)
  const photos = await listPhotosOf(ctx, ids, 'shown')
  return rows.map((row) => presentReport({ ...row, photos: photos.get(row.report.id) }))
}

/** How many public reports fit the filter. */
export function countPublicReports(ctx: Ctx | TxCtx, input: Partial<ListReportsInput>): Promise<number> {
  return countMatching(ctx, publicFilter(input))
}

/** The same for whatever surface has a filter of its own. */
export function countMatching(ctx: Ctx | TxCtx, filter: PublicFilter): Promise<number> {
  return inTransaction(ctx, (ctx) => countPublicRows(ctx, filter))
}

/** A surface's filter as the rows take it: public statuses become the ones behind them. */
export function publicFilter(input: Partial<ListReportsInput>): PublicFilter {
  const { bbox, category, status, district, receivedFrom, receivedUntil, since, q } = input
  const at = (moment: string | undefined) => (moment ? new Date(moment) : undefined)
  return {
    ...{ bbox, district, q },
    category: category?.includes(',') ? category.split(',') : category,
    statuses: status && statusesOf(status),
    receivedFrom: at(receivedFrom),
    receivedUntil: at(receivedUntil),
    since: at(since),
  }
}

function statusesOf(status: NonNullable<ListReportsInput['status']>): Status[] {
  if (status === 'open') return [...OPEN]
  if (status === 'closed') return [...CLOSED]
  return statusesShownAs(status)
}

/** Where a page goes on that ends with this report, or that began after it. */
export const cursorAfter = ({ receivedAt, number }: PublicReport) => cursorOf({ at: receivedAt, number })

function positionOf(cursor: string): Position {
  const { at, number } = placeOf(cursor)
  return { receivedAt: at, number }
}
