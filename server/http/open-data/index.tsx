/** {base}/opendata: what everybody may take along, its licence and what it means. */
import { type Context, Hono } from 'hono'
import { OpenDataPage } from '../../../client/citizen/OpenDataPage.tsx'
import { formatDateTime, formatNumber, words } from '../../../client/i18n/index.ts'
import type { Bounds } from '../../../tenants/schema.ts'
import { notFound } from '../../errors.ts'
import { countPublicReports, readPublicReach } from '../../reports/list-public-reports.ts'
import { problem } from '../api/problem.ts'
import type { AppEnv } from '../app-env.ts'
import { LICENCES } from '../licences.ts'
import { membersOnly } from '../middleware/members-only.ts'
import { anyOrigin, limitReads, unchanged } from '../middleware/open-data.ts'
import { documentOf, townFace } from '../pages/document-of.tsx'
import { pageError } from '../pages/error.tsx'
import { sendPage } from '../respond.ts'
import { strictQuery } from '../strict-query.ts'
import { townUrl } from '../urls.ts'
import { catalogueOf, type Offered } from './dcat.ts'
import { openDataFiles } from './files.ts'
import { jsonLdOf, rdfXmlOf } from './rdf.ts'

type C = Context<AppEnv>

export const openData = new Hono<AppEnv>()
  .onError((error, c) => (c.req.path.endsWith('/opendata') ? pageError(error, c) : problem(error, c)))
  .use(anyOrigin, limitReads, membersOnly)
  .route('/', openDataFiles)
  .get('/', unchanged, async (c) => {
    const { language, town, ctx, deps } = c.var
    const { changed } = await readPublicReach(ctx)
    const { name, url: page, wantsAttribution } = LICENCES[town.openData.licence]
    const shown = (
      <OpenDataPage
        language={language}
        town={townFace(c)}
        officialName={town.officialName}
        url={townUrl(deps.publicUrl, town)}
        count={formatNumber(language, await countPublicReports(ctx, {}))}
        section={middleOf(town.bounds)}
        licence={{ name, href: page, wantsAttribution }}
        lastChange={changed ? formatDateTime(language, changed, deps.now()) : undefined}
      />
    )
    const { title, description } = words(language).openData
    const options = { title, description: description(town.officialName), canonicalPath: '/opendata', feed: {} }
    return sendPage(c, documentOf(c, options, shown))
  })
  .get('/dcat.jsonld', unchanged, async (c) => {
    const body = jsonLdOf([catalogueOf(await offeredBy(c))])
    return c.body(body, 200, { 'Content-Type': 'application/ld+json; charset=utf-8', 'Cache-Control': 'no-cache' })
  })
  .get('/dcat.rdf', unchanged, async (c) => {
    const body = rdfXmlOf(catalogueOf(await offeredBy(c)))
    return c.body(body, 200, { 'Content-Type': 'application/rdf+xml; charset=utf-8', 'Cache-Control': 'no-cache' })
  })

/** The middle half of it, to about a kilometre. */
function middleOf([west, south, east, north]: Bounds): string {
  const [wide, tall] = [(east - west) / 4, (north - south) / 4]
  return [west + wide, south + tall, east - wide, north - tall].map((degrees) => degrees.toFixed(2)).join(',')
}

/** @throws not_found for a preview: no portal is to list it */
async function offeredBy(c: C): Promise<Offered> {
  strictQuery(c, {})
  const { town, ctx, deps } = c.var
  if (!town.live) throw notFound()
  return { town, publicUrl: deps.publicUrl, ...(await readPublicReach(ctx)) }
}
