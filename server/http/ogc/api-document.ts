/** The API as OpenAPI 3.0. GDAL sends as a query only what is declared here. */
import { words } from '../../../client/i18n/index.ts'
import { LANGUAGES } from '../../../tenants/languages.ts'
import { LICENCE_FACTS } from '../licences.ts'
import type { C, Collection, Property } from './collection.ts'
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

const numbers = { type: 'array', items: { type: 'number' }, minItems: 4, maxItems: 6 }
const PARAMETERS: Record<string, Parameter & { style?: string; explode?: boolean }> = {
  f: query('f', 'Representation; without it the Accept header decides', { type: 'string', enum: FORMATS }),
  lang: query('lang', 'Language of labels; without it the Accept-Language header decides', {
    type: 'string',
    enum: LANGUAGES,
  }),
  bbox: {
    ...query('bbox', 'West, south, east, north in CRS84 degrees. What has no geometry matches too.', numbers),
    style: 'form',
    explode: false,
  },
  datetime: query(
    'datetime',
    'When it was received: an instant or an interval of RFC 3339, open ends as `..`. What has no time matches.',
    { type: 'string' },
  ),
  limit: query('limit', `At most so many items; more than ${MOST_ITEMS} is as ${MOST_ITEMS}`, {
    type: 'integer',
    minimum: 1,
    maximum: MOST_ITEMS,
    default: USUAL_ITEMS,
  }),
  cursor: query('cursor', 'Where the page before has ended: comes with its `next` link', { type: 'string' }),
}
const common = ['f', 'lang'].map(parameterNamed)
const paging = ['bbox', 'datetime', 'limit', 'cursor'].map(parameterNamed)

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
  const licence = LICENCE_FACTS[town.openData.licence]
  return {
    openapi: '3.0.3',
    info: {
      title: openData.feed.title(town),
      version: '1.0.0',
      description: openData.catalogue.text(town),
      contact: { name: town.officialName, email: town.contact.email },
      license: { name: licence.name, url: licence.page },
    },
    servers: [{ url: ogcUrl(c, below.landing).split('?')[0]! }],
    tags: [{ name: 'api' }, ...collections.map(({ id }) => ({ name: id }))],
    paths: {
      '/': get('landing', 'Landing page', answered(JSON_TYPE, 'Landing')),
      [below.api]: get('api', 'This document', answered(OPENAPI_TYPE)),
      [below.conformance]: get('conformance', 'Parts of the standard that hold', answered(JSON_TYPE, 'Conformance')),
      [below.collections]: get('collections', 'Collections', answered(JSON_TYPE, 'Collections')),
      ...Object.assign({}, ...collections.map(pathsOf)),
    } as Record<string, { get: Operation }>,
    components: {
      parameters: PARAMETERS,
      responses: responses(),
      schemas: { ...SCHEMAS, ...Object.assign({}, ...collections.map(schemasOf)) },
    },
  }
}

function pathsOf({ id, filters, properties, featureId }: Collection): Record<string, { get: Operation }> {
  const own = Object.keys(filters).map((name) => {
    const { description = '', nullable: _, ...schema } = properties[name]!
    return query(name, description, schema)
  })
  const feature: Parameter = { name: 'featureId', in: 'path', required: true, description: 'Its id', schema: featureId }
  const name = schemaName(id)
  return {
    [below.collection(id)]: get(`describe-${id}`, `About ${id}`, answered(JSON_TYPE, 'Collection'), { tag: id }),
    [below.items(id)]: get(`list-${id}`, `Features of ${id}`, answered(GEOJSON_TYPE, `${name}Page`), {
      tag: id,
      parameters: [...paging, ...own],
    }),
    [`${below.items(id)}/{featureId}`]: get(`get-${id}`, `One feature of ${id}`, answered(GEOJSON_TYPE, name), {
      tag: id,
      parameters: [feature],
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

function responses() {
  const problem = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } }
  const described = {
    Malformed: 'A parameter is unknown or wrong; `errors` names it',
    NotFound: 'There is no such collection or feature, or it is not public',
    TooMany: 'Too many at once; `Retry-After` says when again',
    Unexpected: 'Something went wrong here',
    Unavailable: 'Not ready for a moment',
  }
  const problems = Object.entries(described).map(([name, description]) => [name, { description, content: problem }])
  return { Unchanged: { description: 'As the ETag says' }, ...Object.fromEntries(problems) }
}

const schemaName = (id: string) => `${id.charAt(0).toUpperCase()}${id.slice(1)}`

function schemasOf({ id, properties, featureId }: Collection) {
  const name = schemaName(id)
  return {
    [name]: object(
      {
        type: { type: 'string', enum: ['Feature'] },
        id: featureId,
        geometry: { type: 'object', nullable: true, properties: { type: { type: 'string' } } },
        properties: object(properties as Record<string, Property>),
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
