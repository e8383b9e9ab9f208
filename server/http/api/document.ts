/** The OpenAPI 3.1 document of our own API, made once from the routes themselves. */
import { Hono } from 'hono'
import { generateSpecs } from 'hono-openapi'
import type { AppEnv } from '../app-env.ts'
import { LIMIT_OF_READS } from '../middleware/open-data.ts'
import { v1 } from './v1.ts'

/** As much of a document as our own page reads. */
export type Schema = {
  type?: string | string[]
  $ref?: string
  description?: string
  format?: string
  enum?: unknown[]
  const?: unknown
  items?: Schema
  properties?: Record<string, Schema>
  required?: string[]
  oneOf?: Schema[]
  anyOf?: Schema[]
  default?: unknown
}
export type Parameter = { name: string; in: string; required?: boolean; description?: string; schema?: Schema }
type Content = Record<string, { schema?: Schema }>
export type Operation = {
  operationId: string
  tags: string[]
  summary: string
  description?: string
  parameters?: Parameter[]
  requestBody?: { content: Content }
  responses: Record<string, { description: string; content?: Content }>
  security: Record<string, string[]>[]
}
export type ApiDocument = {
  openapi: string
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, Schema> }
}

const INFO = {
  title: 'Anliegenwerk',
  version: '1',
  description: [
    'Reports to towns: submit, list, map, and the town hall’s own desk for its back offices.',
    'Numbers are WGS84 degrees; times are ISO 8601 with offset. Lists are `{ items, next }`. Unknown fields of a body are ignored.',
    `Public data needs no key; every origin may read it, up to ${LIMIT_OF_READS} calls a minute from one address. A town’s admin makes keys for everything else.`,
    'Texts come in the language of `?lang=` (de, de-simple, en) or of `Accept-Language`.',
  ].join('\n\n'),
  license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
}

const TAGS = [
  { name: 'towns', description: 'Who takes part, what can be reported there, and how well it goes' },
  { name: 'reports', description: 'Public reports: submit, list, one, map' },
  { name: 'desk', description: 'For back offices, with a key: all reports of a department, and what a clerk does' },
]

const KEY = {
  type: 'http',
  scheme: 'bearer',
  description:
    'A key of the town, `aw_…`, with scopes: `submit` files reports, `read` reads those of its department, `contact` reads who reported them, `work` does what a clerk does.',
} as const

/** What stands in every path. */
const IN_PATH: Record<string, object> = {
  town: { schema: { type: 'string', pattern: '^[a-z][a-z0-9-]{1,62}$' }, description: 'Key of a town' },
  number: { schema: { type: 'integer', minimum: 1 }, description: 'Number of a report' },
  id: { schema: { type: 'string', format: 'uuid' }, description: 'Id of a photo' },
}

const made = new Map<string, Promise<ApiDocument>>()

/** @param publicUrl what the addresses in it begin with */
export function apiDocument(publicUrl: string): Promise<ApiDocument> {
  const earlier = made.get(publicUrl)
  if (earlier) return earlier
  const document = makeDocument(publicUrl)
  made.set(publicUrl, document)
  return document
}

async function makeDocument(publicUrl: string): Promise<ApiDocument> {
  const documentation = {
    openapi: '3.1.0',
    info: INFO,
    tags: TAGS,
    servers: [{ url: `${publicUrl}/api` }],
    components: { securitySchemes: { key: KEY } },
  }
  const specs = await generateSpecs(new Hono<AppEnv>().route('/v1', v1), {
    documentation,
    defaultValidationErrorResponse: false,
  })
  const document = specs as unknown as ApiDocument
  for (const path of Object.values(document.paths)) for (const operation of Object.values(path)) explainPath(operation)
  return document
}

function explainPath({ parameters = [] }: Operation): void {
  for (const parameter of parameters) if (parameter.in === 'path') Object.assign(parameter, IN_PATH[parameter.name])
}
