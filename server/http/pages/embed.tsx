/** {base}/embed: form, map, list and status for the frame of the town's own website, and of nobody else's. */
import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { EmbeddedList, EmbeddedMap, EmbeddedStatus } from '../../../client/citizen/EmbeddedPages.tsx'
import { words } from '../../../client/i18n/index.ts'
import { inTransaction } from '../../context.ts'
import { AppError } from '../../errors.ts'
import { getPublicReport } from '../../reports/get-public-report.ts'
import { ReportNumber } from '../../reports/inputs.ts'
import { ListReports, listPublicReports } from '../../reports/list-public-reports.ts'
import { mapReports } from '../../reports/map-reports.ts'
import type { AppEnv } from '../app-env.ts'
import { mayBeKept } from '../middleware/may-be-kept.ts'
import { sendPage } from '../respond.ts'
import { documentOf, townFace } from './document-of.tsx'
import { draftPhotos } from './draft-photos.ts'
import { reportForm } from './form/index.tsx'
import { reportRow } from './report-row.ts'
import { FIRST_ZOOM, filterOf, townMap } from './start.tsx'
import { framedThanks } from './tracking.tsx'

type C = Context<AppEnv>

const ROWS = 5
const MOST_ROWS = 20

/** The staff's own page, where a town tries it out, is on the platform's host. */
const framed: MiddlewareHandler<AppEnv> = async (c, next) => {
  const { town, deps } = c.var
  c.set('framedBy', [...new Set([...(town.host ? [new URL(deps.publicUrl).origin] : []), ...town.embedding.hosts])])
  c.header('X-Robots-Tag', 'noindex')
  return next()
}

export const embed = new Hono<AppEnv>()
  .use(framed)
  .route('/melden', draftPhotos)
  .route('/melden', reportForm)
  .route('/verfolgen', framedThanks)
  .get('/karte', mayBeKept, async (c) => {
    const filter = filterOf(c)
    const map = await inTransaction(c.var.ctx, (ctx) => mapReports(ctx, { ...filter, zoom: FIRST_ZOOM }))
    const page = (
      <EmbeddedMap {...facts(c)} filter={filter}>
        {townMap(c, filter, map)}
      </EmbeddedMap>
    )
    return send(c, words(c.var.language).embed.map(c.var.town), page)
  })
  .get('/liste', mayBeKept, async (c) => {
    const filter = filterOf(c)
    const limit = Math.min(MOST_ROWS, Math.max(1, Math.trunc(Number(c.req.query('limit'))) || ROWS))
    const { items } = await listPublicReports(c.var.ctx, ListReports.parse({ ...filter, limit }))
    const page = <EmbeddedList {...facts(c)} filter={filter} reports={items.map((report) => reportRow(c, report))} />
    return send(c, words(c.var.language).embed.list(c.var.town), page)
  })
  .get('/status', async (c) => {
    const asked = c.req.query('nummer')?.slice(0, 20)
    const parsed = ReportNumber.safeParse(asked?.replace(/^\s*#?\s*/, '').trim())
    const number = parsed.success ? parsed.data : undefined
    const report = number === undefined ? null : await publicReport(c, number)
    const page = (
      <EmbeddedStatus {...facts(c)} asked={asked} number={number} report={report ? reportRow(c, report) : undefined} />
    )
    return send(c, words(c.var.language).embed.status.title, page)
  })

const facts = (c: C) => ({ language: c.var.language, town: townFace(c) })

const send = (c: C, title: string, page: Parameters<typeof documentOf>[2]) =>
  sendPage(c, documentOf(c, { title, noindex: true }, page))

/** Null for what nobody may see or nobody has sent. */
const publicReport = (c: C, number: number) =>
  getPublicReport(c.var.ctx, number).catch((error) => {
    if (error instanceof AppError && error.code === 'not_found') return null
    throw error
  })
