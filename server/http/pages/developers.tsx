/** {base}/schnittstellen and /schnittstellen: what other systems can do, for those who build them. */
import { type Context, Hono } from 'hono'
import { DevelopersPage } from '../../../client/citizen/DevelopersPage.tsx'
import type { DevelopersPageProps, Reference, Way } from '../../../client/citizen/developers-props.ts'
import { formatNumber, words } from '../../../client/i18n/index.ts'
import { api as apiPaths, town as townPaths } from '../../../client/paths.ts'
import { type ApiDocument, apiDocument } from '../api/document.ts'
import { referenceOf } from '../api/reference.ts'
import type { AppEnv } from '../app-env.ts'
import { LICENCES } from '../licences.ts'
import { LIMIT_OF_READS } from '../middleware/open-data.ts'
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
    ways: town ? waysTo(deps.publicUrl, town) : [],
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

/** Examples are whole: they work when they are pasted. */
function waysTo(publicUrl: string, town: Addressed): Way[] {
  const own = townUrl(publicUrl, town)
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
      example: `curl '${own}/ogc/collections'`,
      specHref: 'https://ogcapi.ogc.org/features/',
    },
    {
      key: 'feed',
      address: `${own}/feed.atom`,
      example: `curl '${own}/feed.atom'`,
      specHref: 'https://www.rfc-editor.org/rfc/rfc4287',
    },
    {
      key: 'opendata',
      address: `${own}/opendata`,
      example: `curl '${own}/opendata'`,
      specHref: 'https://www.rfc-editor.org/rfc/rfc7946',
    },
    {
      key: 'widgets',
      address: `${publicUrl}${EMBED}`,
      example: `<script type="module" src="${publicUrl}${EMBED}"></script>\n<anliegen-liste town="${town.key}"></anliegen-liste>`,
      specHref: 'https://html.spec.whatwg.org/multipage/custom-elements.html',
    },
    {
      key: 'webhooks',
      example: 'webhook-id: msg_…\nwebhook-timestamp: 1764000000\nwebhook-signature: v1,…',
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
