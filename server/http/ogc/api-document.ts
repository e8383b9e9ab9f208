/** The API as OpenAPI 3.0. GDAL sends as a query only what is declared here. */
import { type Messages, words } from '../../../client/i18n/index.ts'
import { LANGUAGES } from '../../../tenants/languages.ts'
import { LICENCES } from '../licences.ts'
import type { C, Collection, PropertyName } from './collection.ts'
import { CRS_URIS, CRS84 } from './crs.ts'
import { below, GEOJSON_TYPE, HTML_TYPE, JSON_TYPE, OPENAPI_TYPE, ogcUrl } from './links.ts'
import { FORMATS, MOST_ITEMS, USUAL_ITEMS } from './query.ts'

type Parameter = { name: string; in: 'query' | 'path'; description: string; required?: boolean; schema: object }
type Operation = {
  operationId: string
  summary: string
  tags: string[]
  parameters: (Parameter | { $ref: string })[]
  responses: Record<string, object>
}
export type ApiDocument = ReturnType<typeof apiDocument>

const query = (name: string, description: string, schema: object): Parameter => ({
  name,
  in: 'query',
  description,
  required: false,
  schema,
})

type Words = Messages['openData']
type Api = Words['api']

const parametersOf = (api: Api) => ({
  f: query('f', api.f, { type: 'string', enum: FORMATS }),
  lang: query('lang', api.lang, { type: 'string', enum: LANGUAGES }),
  crs: query('crs', api.crs, SYSTEM),
  bbox: { ...query('bbox', api.bbox, NUMBERS), style: 'form', explode: false },
  'bbox-crs': query('bbox-crs', api.bboxCrs, SYSTEM),
  datetime: query('datetime', api.datetime, { type: 'string' }),
  limit: query('limit', api.limit(MOST_ITEMS), {
    type: 'integer',
    minimum: 1,
    maximum: MOST_ITEMS,
    default: USUAL_ITEMS,
  }),
  cursor: query('cursor', api.cursor, { type: 'string' }),
})
const SYSTEM = { type: 'string', format: 'uri', enum: CRS_URIS, default: CRS84.uri }
const NUMBERS = { type: 'array', items: { type: 'number' }, minItems: 4, maxItems: 6 }
const common = ['f', 'lang'].map(parameterNamed)
const paging = ['crs', 'bbox', 'bbox-crs', 'datetime', 'limit', 'cursor'].map(parameterNamed)

function parameterNamed(name: string) {
  return { $ref: `#/components/parameters/${name}` }
}

const refs = (...codes: string[]) =>
  Object.fromEntries(codes.map((code) => [code, { $ref: `#/components/responses/${RESPONSES[code]}` }]))
const RESPONSES: Record<string, string> = {
  304: 'Unchanged',
  400: 'Malformed',
  404: 'NotFound',
  429: 'TooMany',
  500: 'Unexpected',
  503: 'Unavailable',
}
const ALWAYS = ['304', '400', '404', '429', '500', '503']

export function apiDocument(c: C, collections: readonly Collection[]) {
  const { town, language } = c.var
  const { openData } = words(language)
  const { api } = openData
  const licence = LICENCES[town.openData.licence]
  return {
    openapi: '3.0.3',
    info: {
      title: openData.feed.title(town),
      version: '1.0.0',
      description: openData.catalogue.text(town),
      contact: { name: town.officialName, email: town.contact.email },
      license: { name: licence.name, url: licence.url },
    },
    servers: [{ url: ogcUrl(c, below.landing).split('?')[0]! }],
    tags: [{ name: 'api' }, ...collections.map(({ id }) => ({ name: id }))],
    paths: {
      '/': get('landing', api.landing, answered(JSON_TYPE, 'Landing')),
      [below.api]: get('api', api.document, answered(OPENAPI_TYPE)),
      [below.conformance]: get('conformance', api.conformance, answered(JSON_TYPE, 'Conformance')),
      [below.collections]: get('collections', api.collections, answered(JSON_TYPE, 'Collections')),
      ...Object.assign({}, ...collections.map((one) => pathsOf(one, openData))),
    } as Record<string, { get: Operation }>,
    components: {
      parameters: parametersOf(api),
      responses: responsesOf(api),
      schemas: { ...SCHEMAS, ...Object.assign({}, ...collections.map((one) => schemasOf(one, openData))) },
    },
  }
}

function pathsOf(
  { id, filters, properties, featureId }: Collection,
  { api, properties: labels }: Words,
): Record<string, { get: Operation }> {
  const own = (Object.keys(filters) as PropertyName[]).map((name) => {
    const { nullable: _, ...schema } = properties[name]!
    return query(name, labels[name], schema)
  })
  const feature: Parameter = {
    name: 'featureId',
    in: 'path',
    required: true,
    description: api.featureId,
    schema: featureId,
  }
  const name = schemaName(id)
  const tag = id
  return {
    [below.collection(id)]: get(`describe-${id}`, api.describe(id), answered(JSON_TYPE, 'Collection'), { tag }),
    [below.items(id)]: get(`list-${id}`, api.list(id), answered(GEOJSON_TYPE, `${name}Page`), {
      tag,
      parameters: [...paging, ...own],
    }),
    [`${below.items(id)}/{featureId}`]: get(`get-${id}`, api.get(id), answered(GEOJSON_TYPE, name), {
      tag,
      parameters: [feature, parameterNamed('crs')],
    }),
  }
}

type More = { tag?: string; parameters?: Operation['parameters'] }

function get(operationId: string, summary: string, ok: object, { tag = 'api', parameters = [] }: More = {}) {
  const responses = { 200: ok, ...refs(...ALWAYS) }
  return { get: { operationId, summary, tags: [tag], parameters: [...parameters, ...common], responses } }
}

const answered = (type: string, schema?: string) => ({
  description: 'OK',
  content: {
    [type]: { schema: schema ? { $ref: `#/components/schemas/${schema}` } : { type: 'object' } },
    [HTML_TYPE]: { schema: { type: 'string' } },
  },
})

function responsesOf({ malformed, notFound, tooMany, unexpected, unavailable, unchanged }: Api) {
  const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } }
  return {
    Unchanged: { description: unchanged },
    Malformed: { description: malformed, content },
    NotFound: { description: notFound, content },
    TooMany: { description: tooMany, content },
    Unexpected: { description: unexpected, content },
    Unavailable: { description: unavailable, content },
  }
}

const schemaName = (id: string) => `${id.charAt(0).toUpperCase()}${id.slice(1)}`

function schemasOf({ id, properties, featureId }: Collection, { properties: labels }: Words) {
  const name = schemaName(id)
  const described = Object.entries(properties).map(([property, schema]) => [
    property,
    { ...schema, description: labels[property as PropertyName] },
  ])
  return {
    [name]: object(
      {
        type: { type: 'string', enum: ['Feature'] },
        id: featureId,
        geometry: { type: 'object', nullable: true, properties: { type: { type: 'string' } } },
        properties: object(Object.fromEntries(described)),
        links: LINKS,
      },
      ['type', 'id', 'geometry', 'properties'],
    ),
    [`${name}Page`]: object(
      {
        type: { type: 'string', enum: ['FeatureCollection'] },
        features: { type: 'array', items: { $ref: `#/components/schemas/${name}` } },
        links: LINKS,
        timeStamp: { type: 'string', format: 'date-time' },
        numberMatched: { type: 'integer', minimum: 0 },
        numberReturned: { type: 'integer', minimum: 0 },
      },
      ['type', 'features', 'links'],
    ),
  }
}

function object(properties: Record<string, object>, required = Object.keys(properties)) {
  return { type: 'object', required, properties }
}

const TEXT = { type: 'string' }
const LINKS = { type: 'array', items: { $ref: '#/components/schemas/Link' } }
const SCHEMAS = {
  Link: object({ href: TEXT, rel: TEXT, type: TEXT, title: TEXT }, ['href', 'rel']),
  Landing: object({ title: TEXT, description: TEXT, attribution: TEXT, links: LINKS }, ['links']),
  Conformance: object({ conformsTo: { type: 'array', items: TEXT } }),
  Collections: object({
    links: LINKS,
    collections: { type: 'array', items: { $ref: '#/components/schemas/Collection' } },
  }),
  Collection: object(
    {
      id: TEXT,
      title: TEXT,
      description: TEXT,
      extent: { type: 'object' },
      itemType: TEXT,
      crs: { type: 'array', items: TEXT },
      storageCrs: TEXT,
      links: LINKS,
    },
    ['id', 'links'],
  ),
  Problem: object(
    {
      type: TEXT,
      status: { type: 'integer' },
      title: TEXT,
      reason: TEXT,
      errors: { type: 'array', items: object({ pointer: TEXT, reason: TEXT, detail: TEXT }, ['pointer', 'reason']) },
      requestId: TEXT,
    },
    ['title', 'status'],
  ),
}
