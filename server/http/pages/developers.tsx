/** {base}/schnittstellen and /schnittstellen: what other systems can do, for those who build them. */
import { type Context, Hono } from 'hono'
import { DevelopersPage } from '../../../client/citizen/DevelopersPage.tsx'
import type { DevelopersPageProps, Reference, Way } from '../../../client/citizen/developers-props.ts'
import { formatNumber, words } from '../../../client/i18n/index.ts'
import { api as apiPaths, platform, town as townPaths, WIDGETS } from '../../../client/paths.ts'
import { type ApiDocument, apiDocument } from '../api/document.ts'
import { referenceOf } from '../api/reference.ts'
import type { AppEnv } from '../app-env.ts'
import { LICENCES } from '../licences.ts'
import { LIMIT_OF_READS } from '../middleware/open-data.ts'
import { systemOf } from '../ogc/crs.ts'
import { sendPage } from '../respond.ts'
import { townUrl } from '../urls.ts'
import { documentOf } from './document-of.tsx'

type C = Context<AppEnv>

export const developers = new Hono<AppEnv>().get('/', async (c) => {
  const { language, town } = c.var
  const { name, forms, openData } = town
  const page = (
    <DevelopersPage {...(await common(c, town))} town={{ name, forms, licence: LICENCES[openData.licence] }} />
  )
  const { title, description } = words(language).developers
  const canonicalPath = townPaths('').developers()
  return sendPage(c, documentOf(c, { title: title(town), description, canonicalPath, noindex: !town.member }, page))
})

export const platformDevelopers = new Hono<AppEnv>().get('/', async (c) => {
  const { language, deps } = c.var
  const [example] = await deps.registry.list({ limit: 1 })
  const exampleTown = example && { name: example.name, href: townUrl(deps.publicUrl, example) }
  const page = <DevelopersPage {...(await common(c, example))} exampleTown={exampleTown} />
  const { platformTitle, description } = words(language).developers
  return sendPage(c, documentOf(c, { title: platformTitle, description }, page))
})

type Addressed = { key: string; host?: string | null | undefined }

async function common(c: C, town: Addressed | undefined): Promise<DevelopersPageProps> {
  const { language, deps } = c.var
  return {
    language,
    townsHref: apiPaths.towns(),
    ways: town ? waysTo(deps.publicUrl, town, c.var.town ? 'town' : 'platform') : [],
    readsPerMinute: formatNumber(language, LIMIT_OF_READS),
    documentHref: apiPaths.document(),
    reference: kept(await apiDocument(deps.publicUrl)),
  }
}

/** The same for every visit, and a few milliseconds to make. */
const references = new WeakMap<ApiDocument, Reference>()

function kept(document: ApiDocument): Reference {
  const earlier = references.get(document)
  if (earlier) return earlier
  const reference = referenceOf(document)
  references.set(document, reference)
  return reference
}

const MCP_CALL = `{"jsonrpc":"2.0","id":1,"method":"tools/list"}`

/** Town GIS offices draw in it. */
const UTM = systemOf('http://www.opengis.net/def/crs/EPSG/0/25832').uri

/** What is told: thin, so that nothing personal travels. */
const messageTo = (publicUrl: string, town: Addressed) => {
  const { key } = town
  return JSON.stringify(
    {
      type: 'report.received',
      timestamp: '2026-03-02T08:15:00.000Z',
      data: {
        town: key,
        number: NUMBER,
        department: 'roads',
        category: 'pothole',
        status: 'received',
        version: 1,
        url: townPaths(townUrl(publicUrl, town)).publicReport(NUMBER),
        apiUrl: publicUrl + apiPaths.report(key, NUMBER),
      },
    },
    null,
    2,
  )
}
const NUMBER = 1042

/** Examples are whole: they work when they are pasted. */
function waysTo(publicUrl: string, town: Addressed, page: 'town' | 'platform'): Way[] {
  const own = townUrl(publicUrl, town)
  const catalogue =
    page === 'town' ? `${own}${townPaths('').openDataFile('dcat.jsonld')}` : publicUrl + platform.catalogue()
  const api = `${publicUrl}/api/v1/towns/${town.key}`
  const open311 = `${own}/open311/v2/`
  return [
    {
      key: 'api',
      address: api,
      example: `curl '${api}/reports?status=open&limit=3'`,
      specHref: apiPaths.document(),
    },
    {
      key: 'open311',
      address: open311,
      example: `curl '${open311}requests.json?status=open'`,
      specHref: 'https://wiki.open311.org/GeoReport_v2/',
    },
    {
      key: 'ogc',
      address: `${own}/ogc`,
      example: `curl '${own}/ogc/collections/meldungen/items?limit=3&crs=${UTM}'\nogr2ogr -f GPKG anliegen.gpkg 'OAPIF:${own}/ogc' meldungen -oo PAGE_SIZE=1000`,
      specHref: 'https://ogcapi.ogc.org/features/',
    },
    {
      key: 'feed',
      address: `${own}/feed.atom`,
      example: `curl '${own}/feed.atom'\ncurl '${own}/termine.ics'`,
      specHref: 'https://www.rfc-editor.org/rfc/rfc4287',
    },
    {
      key: 'opendata',
      address: `${own}/opendata`,
      example: `curl '${own}/opendata/meldungen.csv?status=open'\ncurl '${catalogue}'`,
      specHref: 'https://www.rfc-editor.org/rfc/rfc7946',
    },
    {
      key: 'widgets',
      address: `${publicUrl}${EMBED}`,
      example: `<script type="module" src="${publicUrl}${EMBED}"></script>\n${WIDGETS.map((name) => `<anliegen-${name} town="${town.key}"></anliegen-${name}>`).join('\n')}`,
      specHref: 'https://html.spec.whatwg.org/multipage/custom-elements.html',
    },
    {
      key: 'webhooks',
      example: `webhook-id: msg_…\nwebhook-timestamp: 1772439300\nwebhook-signature: v1,…\n\n${messageTo(publicUrl, town)}`,
      specHref: 'https://www.standardwebhooks.com/',
    },
    {
      key: 'mcp',
      address: `${publicUrl}/mcp`,
      example: `curl '${publicUrl}/mcp' -H 'Content-Type: application/json' -H 'Accept: application/json, text/event-stream' -d '${MCP_CALL}'`,
      specHref: 'https://modelcontextprotocol.io/',
    },
  ]
}

const EMBED = '/embed.js'
