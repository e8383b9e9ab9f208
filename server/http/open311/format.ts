/**
 * One answer in both formats. Content is written as JSON has it by the Spark convention: a container is an array, its
 * root has no name, an empty element is null. XML is made from that.
 */
import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { AppEnv } from '../app-env.ts'
import { type Xml, xmlOf } from '../xml.ts'

export type Content = { [name: string]: ContentValue }
type ContentValue = string | number | boolean | null | undefined | Content | readonly (string | Content)[]

/** How the children of a container are called. An array of any other name repeats its element. */
const CHILD: Record<string, string> = {
  services: 'service',
  attributes: 'attribute',
  values: 'value',
  service_requests: 'request',
  service_request_updates: 'request_update',
  errors: 'error',
  endpoints: 'endpoint',
  formats: 'format',
  media_urls: 'media_url',
  notes: 'note',
}

/** The path's suffix decides, whatever the client accepts. */
export const isJson = (path: string): boolean => path.endsWith('.json')

type Root = 'services' | 'service_definition' | 'service_requests' | 'service_request_updates' | 'errors' | 'discovery'

export function answer(
  c: Context<AppEnv>,
  root: Root,
  content: Content | readonly Content[],
  status: ContentfulStatusCode = 200,
): Response {
  c.header('Vary', 'Accept-Language', { append: true })
  if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-cache')
  if (isJson(c.req.path)) {
    return c.body(JSON.stringify(content), status, { 'Content-Type': 'application/json; charset=utf-8' })
  }
  return c.body(xmlOf({ [root]: inXml(root, content) }), status, { 'Content-Type': 'text/xml; charset=utf-8' })
}

function inXml(name: string, value: ContentValue | readonly Content[]): Xml[string] {
  if (Array.isArray(value)) {
    const items = value.map((item) => (typeof item === 'string' ? item : elementsOf(item)))
    const child = CHILD[name]
    if (items.length === 0) return null
    return child ? { [child]: items } : items
  }
  return typeof value === 'object' && value !== null ? elementsOf(value as Content) : (value as Xml[string])
}

const elementsOf = (content: Content): Xml =>
  Object.fromEntries(Object.entries(content).map(([name, value]) => [name, inXml(name, value)]))

/** Whole seconds: FixMyStreet compares them as text. */
export const stamp = (at: Date): string => `${at.toISOString().slice(0, 19)}Z`
