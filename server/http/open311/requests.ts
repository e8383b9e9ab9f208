/** requests.{xml,json}: what was reported in the town and may be read by everybody; filing stands in filing.ts. */
import { type Context, Hono } from 'hono'
import { inTransaction } from '../../context.ts'
import { notFound } from '../../errors.ts'
import { getPublicReport } from '../../reports/get-public-report.ts'
import { ReportNumber } from '../../reports/inputs.ts'
import { readPublicReports } from '../../reports/list-public-reports.ts'
import type { PublicFilter } from '../../reports/public-rows.ts'
import { readTimelines } from '../../reports/read-timelines.ts'
import { CLOSED, OPEN } from '../../reports/status.ts'
import type { AppEnv } from '../app-env.ts'
import { answer } from './format.ts'
import { RequestQuery, readQuery, spanEnding, wholeSecond } from './query.ts'
import { requestItem, requestItems } from './request-item.ts'

type C = Context<AppEnv>

export const requests = new Hono<AppEnv>()
  .on('GET', ['/requests.xml', '/requests.json'], async (c) => {
    const query = readQuery(c, RequestQuery)
    const { page, page_size: limit, extensions } = query
    const found = await inTransaction(c.var.ctx, async (ctx) => {
      const { items } = await readPublicReports(ctx, filterOf(c, query), { limit, offset: (page - 1) * limit })
      const numbers = items.map(({ number }) => number)
      return { items, timelines: await readTimelines(ctx, numbers, extensions ? 'all' : 'answers') }
    })
    return answer(c, 'service_requests', requestItems(c, found.items, { timelines: found.timelines, extensions }))
  })
  .get('/requests/:named{[^/]+\\.(?:xml|json)}', async (c) => {
    const { extensions } = readQuery(c, RequestQuery)
    const report = await getPublicReport(c.var.ctx, numberIn(c.req.param('named')))
    const { number, timeline } = report
    return answer(c, 'service_requests', [
      requestItem(c, report, { timelines: new Map([[number, timeline]]), extensions }),
    ])
  })

/** @throws not_found for what is no number of a report */
function numberIn(named: string): number {
  const parsed = ReportNumber.safeParse(named.replace(/\.(xml|json)$/, ''))
  if (!parsed.success) throw notFound('report_not_found')
  return parsed.data
}

/** A list of ids overrides all other filters. */
function filterOf({ var: { deps } }: C, query: RequestQuery): PublicFilter {
  const ids = query.service_request_id
  if (ids) return { numbers: ids.flatMap((id) => ReportNumber.safeParse(id).data ?? []) }
  const { service_code, status, updated_after, updated_before, bbox, lat, long, radius, q } = query
  return {
    ...spanOf(query, deps.now()),
    category: service_code,
    statuses: status && [...(status.includes('open') ? OPEN : []), ...(status.includes('closed') ? CLOSED : [])],
    since: updated_after,
    changedUntil: updated_before && wholeSecond(updated_before),
    bbox,
    around:
      lat !== undefined && long !== undefined && radius !== undefined ? { lat, lon: long, metres: radius } : undefined,
    q,
  }
}

/** Who asks by the last change asks for old reports too. */
function spanOf({ start_date, end_date, updated_after, updated_before }: RequestQuery, now: Date) {
  const isByChange = updated_after !== undefined || updated_before !== undefined
  if (isByChange && !start_date && !end_date) return {}
  const { from, until } = spanEnding(end_date ?? now, { start: start_date })
  return { receivedFrom: from, receivedUntil: until }
}
