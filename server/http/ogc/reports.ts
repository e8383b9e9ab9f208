/** The collection `meldungen`: all public reports of the town, newest first. */
import { z } from 'zod'
import { STATUSES } from '../../../db/schema/reports.ts'
import { inTransaction, type TxCtx } from '../../context.ts'
import { invalid, notFound } from '../../errors.ts'
import { ReportNumber } from '../../reports/inputs.ts'
import {
  countMatching,
  cursorAfter,
  readPublicReach,
  readPublicReports,
  readPublicReportsBefore,
} from '../../reports/list-public-reports.ts'
import type { PublicReport } from '../../reports/present.ts'
import type { PublicFilter } from '../../reports/public-rows.ts'
import { statusesShownAs } from '../../reports/status.ts'
import { asMalformed } from '../strict-query.ts'
import type { Collection, Property, Query } from './collection.ts'
import { type ReportProperties, reportFeature } from './report-features.ts'

/** To the reporter alone a question is a status of its own. */
const SHOWN = STATUSES.filter((status) => status !== 'question')
type ShownStatus = Exclude<(typeof STATUSES)[number], 'question'>
const Key = z.string().regex(/^[\w-]{1,63}$/)

const text: Property = { type: 'string' }
const textOrNull: Property = { type: 'string', nullable: true }
const moment: Property = { type: 'string', format: 'date-time' }

const properties: Record<keyof ReportProperties, Property> = {
  number: { type: 'integer' },
  category: text,
  categoryName: text,
  status: { type: 'string', enum: SHOWN },
  statusLabel: text,
  receivedAt: moment,
  changedAt: moment,
  closedAt: { ...moment, nullable: true },
  district: textOrNull,
  districtName: textOrNull,
  department: text,
  address: textOrNull,
  description: textOrNull,
  photos: { type: 'integer' },
  url: { type: 'string', format: 'uri' },
}

export const meldungen: Collection = {
  id: 'meldungen',
  filters: { category: Key.optional(), status: z.enum(SHOWN).optional(), district: Key.optional() },
  properties,
  featureId: properties.number,
  bounds: (c) => c.var.town.bounds,
  since: async (c) => (await readPublicReach(c.var.ctx)).first,
  read: (c, query) =>
    inTransaction(c.var.ctx, async (ctx) => {
      const filter = filterOf(query)
      const { counted, at, isBack } = readCursor(query.cursor)
      const page = { cursor: at, limit: query.limit }
      const read = isBack ? pageBefore(ctx, filter, page) : pageAfter(ctx, filter, page)
      const { items, next, previous } = await read.catch(asMalformed)
      const matched = counted ?? (await countMatching(ctx, filter))
      return {
        features: items.map((report) => reportFeature(c, report)),
        matched,
        next: next && `${matched}.${next}`,
        previous: previous && `${matched}.${BACK}${previous}`,
      }
    }),
  async get(c, id) {
    // The id of the answer is the one of the address: no 007, no 1e3.
    const number = ReportNumber.safeParse(/^[1-9]\d*$/.test(id) ? id : undefined)
    if (!number.success) throw notFound('report_not_found')
    const { items } = await readPublicReports(c.var.ctx, { numbers: [number.data] }, { limit: 1 })
    if (items.length === 0) throw notFound('report_not_found')
    return reportFeature(c, items[0]!)
  },
}

type Reading = { cursor?: string | undefined; limit: number }
type Read = { items: PublicReport[]; next: string | null; previous: string | null }

async function pageAfter(ctx: TxCtx, filter: PublicFilter, { cursor, limit }: Reading): Promise<Read> {
  const { items, next } = await readPublicReports(ctx, filter, { cursor, limit })
  return { items, next, previous: cursor && items[0] ? cursorAfter(items[0]) : null }
}

async function pageBefore(ctx: TxCtx, filter: PublicFilter, { cursor = '', limit }: Reading): Promise<Read> {
  const { items, hasEarlier } = await readPublicReportsBefore(ctx, filter, { cursor, limit })
  const [first, last] = [items[0], items.at(-1)]
  return { items, next: last ? cursorAfter(last) : null, previous: first && hasEarlier ? cursorAfter(first) : null }
}

const BACK = '-'

/** Counted once, when the paging begins: in a large town that takes as long as the page itself. */
function readCursor(cursor: string | undefined): { counted?: number; at?: string; isBack?: boolean } {
  if (cursor === undefined) return {}
  const { counted, back, at } = /^(?<counted>\d{1,9})\.(?<back>-?)(?<at>.+)$/.exec(cursor)?.groups ?? {}
  if (!counted || !at) return asMalformed(invalid([{ pointer: '/cursor', reason: 'cursor_wrong' }]))
  return { counted: Number(counted), at, isBack: back === BACK }
}

function filterOf({ bbox, datetime, category, status, district }: Query): PublicFilter {
  return {
    bbox,
    withoutPlaceToo: true,
    receivedFrom: datetime?.from,
    receivedUntil: datetime?.until,
    category: category as string | undefined,
    statuses: status === undefined ? undefined : statusesShownAs(status as ShownStatus),
    district: district as string | undefined,
  }
}
