/** Public reports of a town, newest first. */
import { z } from 'zod'
import { STATUSES, type Status } from '../../db/schema/reports.ts'
import { type Ctx, inTransaction, type TxCtx } from '../context.ts'
import { invalid } from '../errors.ts'
import { listPhotosOf } from '../photos/rows.ts'
import { plainText } from '../plain-text.ts'
import { type PublicReport, presentReport } from './present.ts'
import { countPublicRows, listPublicRows, type Position, type PublicFilter } from './public-rows.ts'
import { CLOSED, OPEN, statusesShownAs } from './status.ts'

const MOST_PER_PAGE = 100
/** Numbers are integers of the database. */
const HIGHEST_NUMBER = 2_147_483_647

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
  category: z
    .string()
    .regex(/^[\w-]{1,63}$/)
    .optional(),
  status: z.enum([...STATUSES, 'open', 'closed']).optional(),
  since: z.iso.datetime({ offset: true }).optional(),
  q: plainText().trim().max(200).optional(),
  cursor: z.string().max(200).optional(),
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
    const page = rows.slice(0, limit)
    const ids = page.map(({ report }) => report.id)
    const photos = await listPhotosOf(ctx, ids, 'shown')
    const items = page.map((row) => presentReport({ ...row, photos: photos.get(row.report.id) }))
    return { items, next: rows.length > limit ? cursorOf(items.at(-1)!) : null }
  })
}

/** How many public reports fit the filter. */
export function countPublicReports(ctx: Ctx | TxCtx, input: Partial<ListReportsInput>): Promise<number> {
  return inTransaction(ctx, (ctx) => countPublicRows(ctx, publicFilter(input)))
}

/** A surface's filter as the rows take it: public statuses become the ones behind them. */
export function publicFilter({ bbox, category, status, since, q }: Partial<ListReportsInput>): PublicFilter {
  return { bbox, category, statuses: status && statusesOf(status), since: since ? new Date(since) : undefined, q }
}

function statusesOf(status: NonNullable<ListReportsInput['status']>): Status[] {
  if (status === 'open') return [...OPEN]
  if (status === 'closed') return [...CLOSED]
  return statusesShownAs(status)
}

function cursorOf({ receivedAt, number }: PublicReport): string {
  return btoa(`${receivedAt.toISOString()}|${number}`)
}

function positionOf(cursor: string): Position {
  const [at, digits] = decode(cursor).split('|')
  const receivedAt = new Date(at ?? '')
  const number = Number(digits)
  if (Number.isNaN(receivedAt.getTime()) || !Number.isInteger(number) || Math.abs(number) > HIGHEST_NUMBER) {
    throw invalid([{ pointer: '/cursor', reason: 'cursor_wrong' }])
  }
  return { receivedAt, number }
}

function decode(cursor: string): string {
  try {
    return atob(cursor)
  } catch {
    return ''
  }
}
