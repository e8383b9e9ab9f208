/** The same resource for machines and for people: by `f`, or else by Accept. */
import type { Context } from 'hono'
import { accepts } from 'hono/accepts'
import type { VNode } from 'preact'
import { hashOf } from '../../secrets.ts'
import type { AppEnv } from '../app-env.ts'
import { documentOf } from '../pages/document-of.tsx'
import { sendPage } from '../respond.ts'
import { GEOJSON_TYPE, HTML_TYPE, JSON_TYPE, type Link, OPENAPI_TYPE } from './links.ts'

type C = Context<AppEnv>
type Resource = {
  body: { links?: readonly Link[]; timeStamp?: string } & object
  type?: string
  /** For people. */
  title: string
  page: () => VNode
}

export async function answer(c: C, { body, type = JSON_TYPE, title, page }: Resource): Promise<Response> {
  if (wantsHtml(c)) {
    const response = sendPage(c, documentOf(c, { title, noindex: true }, page()))
    response.headers.set('Vary', 'Accept, Accept-Language')
    return response
  }
  // RFC 8288, as the standard recommends.
  const pages = (body.links ?? []).filter(({ rel }) => rel === 'next' || rel === 'prev')
  const link = pages.map(({ href, rel, type }) => `<${href}>; rel="${rel}"; type="${type}"`).join(', ')
  const text = JSON.stringify(body)
  // The moment of answering alone is no change.
  if (body.timeStamp) c.header('ETag', `W/"${await hashOf(text.replace(body.timeStamp, ''))}"`)
  return c.body(text, 200, {
    'Content-Type': type,
    'Cache-Control': 'no-cache',
    Vary: 'Accept, Accept-Language',
    ...(link ? { Link: link } : {}),
  })
}

/** A browser names HTML; whoever takes anything gets JSON. */
export function wantsHtml(c: C): boolean {
  const format = c.req.query('f')
  if (format !== undefined) return format === 'html'
  const supports = [JSON_TYPE, GEOJSON_TYPE, OPENAPI_TYPE, 'application/openapi+json', HTML_TYPE]
  return accepts(c, { header: 'Accept', supports, default: JSON_TYPE }) === HTML_TYPE
}
