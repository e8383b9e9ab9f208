/** {base}/ogc: OGC API – Features, Parts 1 and 2 (OGC 17-069r4, 18-058r1), for GIS clients and, by the same addresses, for people. */
import { type Context, Hono } from 'hono'
import { words } from '../../../client/i18n/index.ts'
import { notFound } from '../../errors.ts'
import { problem } from '../api/problem.ts'
import type { AppEnv } from '../app-env.ts'
import { LICENCES } from '../licences.ts'
import { membersOnly } from '../middleware/members-only.ts'
import { anyOrigin, limitReads, unchanged } from '../middleware/open-data.ts'
import { pageError } from '../pages/error.tsx'
import { answer, wantsHtml } from './answer.ts'
import { apiDocument } from './api-document.ts'
import type { Collection, Feature } from './collection.ts'
import { CRS_URIS, CRS84, type Crs, inSystem, namedIn, systemOf } from './crs.ts'
import { bezirke } from './districts.ts'
import { below, GEOJSON_TYPE, HTML_TYPE, JSON_TYPE, type Link, OPENAPI_TYPE, ogcUrl, selfLinks } from './links.ts'
import { apiPage, collectionsPage, conformancePage, featurePage, itemsPage, landingPage } from './pages.tsx'
import { BoxCorners, boundsOf, CrsUri, Cursor, DateTime, Limit, queryOf, USUAL_ITEMS } from './query.ts'
import { meldungen } from './reports.ts'

type C = Context<AppEnv>

const COLLECTIONS = [meldungen, bezirke] as const
const ids = COLLECTIONS.map(({ id }) => id)

const CONFORMS_TO = [
  '1/1.0/conf/core',
  '1/1.0/conf/geojson',
  '1/1.0/conf/oas30',
  '1/1.0/conf/html',
  '2/1.0/conf/crs',
].map((part) => `http://www.opengis.net/spec/ogcapi-features-${part}`)
const GREGORIAN = 'http://www.opengis.net/def/uom/ISO-8601/0/Gregorian'

export const ogc = new Hono<AppEnv>()
  .onError((error, c) => (wantsHtml(c) ? pageError(error, c) : problem(error, c)))
  .use(anyOrigin, limitReads, unchanged, membersOnly)
  .get('/', (c) => {
    queryOf(c, {})
    const { openData } = words(c.var.language)
    const { town } = c.var
    const body = {
      title: openData.feed.title(town),
      description: openData.catalogue.text(town),
      attribution: town.officialName,
      links: [
        ...selfLinks(c, below.landing, JSON_TYPE),
        { href: ogcUrl(c, below.api, { f: 'json' }), rel: 'service-desc', type: OPENAPI_TYPE },
        { href: ogcUrl(c, below.api, { f: 'html' }), rel: 'service-doc', type: HTML_TYPE },
        { href: ogcUrl(c, below.conformance), rel: 'conformance', type: JSON_TYPE },
        { href: ogcUrl(c, below.collections), rel: 'data', type: JSON_TYPE },
        licenceLink(c),
      ],
    }
    return answer(c, { body, title: openData.ogc.title, page: () => landingPage(c, ids) })
  })
  .get('/api', (c) => {
    queryOf(c, {})
    const { openData } = words(c.var.language)
    const body = apiDocument(c, COLLECTIONS)
    return answer(c, { body, type: OPENAPI_TYPE, title: openData.ogc.api, page: () => apiPage(c, body) })
  })
  .get('/conformance', (c) => {
    queryOf(c, {})
    const { openData } = words(c.var.language)
    const body = { conformsTo: CONFORMS_TO, links: selfLinks(c, below.conformance, JSON_TYPE) }
    return answer(c, { body, title: openData.ogc.conformance, page: () => conformancePage(c, CONFORMS_TO) })
  })
  .get('/collections', async (c) => {
    queryOf(c, {})
    const { openData } = words(c.var.language)
    const collections = await Promise.all(COLLECTIONS.map((one) => described(c, one)))
    const body = { links: [...selfLinks(c, below.collections, JSON_TYPE), licenceLink(c)], collections }
    return answer(c, { body, title: openData.ogc.collections, page: () => collectionsPage(c, ids) })
  })
  .get('/collections/:collection', async (c) => {
    const collection = collectionOf(c)
    queryOf(c, {})
    const body = await described(c, collection)
    return answer(c, { body, title: body.title, page: () => collectionsPage(c, [collection.id]) })
  })
  .get('/collections/:collection/items', async (c) => {
    const collection = collectionOf(c)
    const asked = queryOf(c, { ...PAGING, ...collection.filters })
    const { f: _, lang: __, crs: uri, bbox, 'bbox-crs': ofBox, limit = USUAL_ITEMS, ...filters } = asked
    const crs = spoken(c, uri)
    const query = { ...filters, bbox: boundsOf(bbox, systemOf(ofBox)), limit }
    const { features, matched, next, previous } = await collection.read(c, query)
    const path = below.items(collection.id)
    const body = {
      type: 'FeatureCollection',
      timeStamp: c.var.deps.now().toISOString(),
      numberMatched: matched,
      numberReturned: features.length,
      links: [
        ...selfLinks(c, path, GEOJSON_TYPE),
        ...pageLink(c, path, { rel: 'prev', cursor: previous }),
        ...pageLink(c, path, { rel: 'next', cursor: next }),
        collectionLink(c, collection),
      ],
      ...namedIn(crs),
      features: features.map((feature) => inSystem(crs, feature)),
    }
    const title = words(c.var.language).openData.ogc[collection.id]
    const page = () => itemsPage(c, collection, { features, matched, next, previous })
    return answer(c, { body, type: GEOJSON_TYPE, title, page })
  })
  .get('/collections/:collection/items/:feature', async (c) => {
    const collection = collectionOf(c)
    const crs = spoken(c, queryOf(c, { crs: CrsUri.optional() }).crs)
    const feature: Feature = await collection.get(c, c.req.param('feature'))
    const path = below.item(collection.id, feature.id)
    const body = {
      ...namedIn(crs),
      ...inSystem(crs, feature),
      links: [...selfLinks(c, path, GEOJSON_TYPE), collectionLink(c, collection)],
    }
    const title = `${words(c.var.language).openData.ogc[collection.id]}: ${feature.id}`
    return answer(c, { body, type: GEOJSON_TYPE, title, page: () => featurePage(c, collection, feature) })
  })

const PAGING = {
  crs: CrsUri.optional(),
  bbox: BoxCorners.optional(),
  'bbox-crs': CrsUri.optional(),
  datetime: DateTime.optional(),
  limit: Limit.optional(),
  cursor: Cursor.optional(),
}

/** @throws not_found */
function collectionOf(c: C): Collection {
  const found = COLLECTIONS.find(({ id }) => id === c.req.param('collection'))
  if (!found) throw notFound()
  return found
}

/** The same in the list and by itself. */
async function described(c: C, collection: Collection) {
  const { ogc } = words(c.var.language).openData
  const { id } = collection
  const first = await collection.since(c)
  return {
    id,
    title: ogc[id],
    description: ogc[`${id}Text`],
    extent: {
      spatial: { bbox: [collection.bounds(c)], crs: CRS84.uri },
      ...(first ? { temporal: { interval: [[first.toISOString(), null]], trs: GREGORIAN } } : {}),
    },
    itemType: 'feature',
    crs: CRS_URIS,
    storageCrs: CRS84.uri,
    links: [
      { href: ogcUrl(c, below.collection(id), { f: 'json' }), rel: 'self', type: JSON_TYPE },
      { href: ogcUrl(c, below.collection(id), { f: 'html' }), rel: 'alternate', type: HTML_TYPE },
      { href: ogcUrl(c, below.items(id), { f: 'json' }), rel: 'items', type: GEOJSON_TYPE },
      { href: ogcUrl(c, below.items(id), { f: 'html' }), rel: 'items', type: HTML_TYPE },
      licenceLink(c),
    ],
  }
}

const licenceLink = (c: C): Link => {
  const { name, url: page } = LICENCES[c.var.town.openData.licence]
  return { href: page, rel: 'license', type: HTML_TYPE, title: name }
}

const collectionLink = (c: C, { id }: Collection): Link => ({
  href: ogcUrl(c, below.collection(id)),
  rel: 'collection',
  type: JSON_TYPE,
})

/** The system of the answer's coordinates, which its header names. */
function spoken(c: C, uri: string | undefined): Crs {
  const crs = systemOf(uri)
  c.header('Content-Crs', `<${crs.uri}>`)
  return crs
}

/** With everything that was asked for. */
function pageLink(c: C, path: string, { rel, cursor }: { rel: 'prev' | 'next'; cursor: string | null }): Link[] {
  if (cursor === null) return []
  const asked = Object.fromEntries(new URL(c.req.url).searchParams)
  return [{ href: ogcUrl(c, path, { ...asked, f: 'json', cursor }), rel, type: GEOJSON_TYPE }]
}
