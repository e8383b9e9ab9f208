/** Another system that speaks Open311, and its parser: as FixMyStreet reads, with nothing of ours in it. */
import { execFileSync } from 'node:child_process'
import { XMLParser } from 'fast-xml-parser'
import { expect } from 'vitest'
import type { Scope } from '../../db/schema/interfaces.ts'
import { makeKey } from '../../server/keys/make-key.ts'
import { HAS_XMLLINT } from './debian-tools.ts'
import { IN_FIRST_TOWN } from './reports.ts'
import { FIRST_TOWN, NEIGHBOUR, PUBLIC_URL, type World } from './world.ts'

/** Lists that XML::Simple makes of one element too, and wrappers that it takes away. */
export const FORCED = ['service', 'attribute', 'value', 'request', 'error', 'request_update', 'group']
const WRAPPERS: Record<string, string> = {
  services: 'service',
  attributes: 'attribute',
  values: 'value',
  service_requests: 'request',
  errors: 'error',
  service_request_updates: 'request_update',
  groups: 'group',
}
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  trimValues: false,
  isArray: (name) => FORCED.includes(name),
})

// biome-ignore lint/suspicious/noExplicitAny: what another system has parsed
export type Parsed = any

/** The root has no name, wrappers are gone, an empty element is undefined, and no leaf has turned into a hash. */
export function readXml(text: string): Parsed {
  if (HAS_XMLLINT) execFileSync('xmllint', ['--noout', '-'], { input: text, stdio: ['pipe', 'ignore', 'pipe'] })
  expect(text).toMatch(/^<\?xml version="1.0" encoding="utf-8"\?>\n</)
  const { '?xml': _head, ...document } = parser.parse(text)
  expect(JSON.stringify(document)).not.toContain('"@')
  return unwrapped(Object.values(document)[0])
}

function unwrapped(value: Parsed): Parsed {
  if (Array.isArray(value)) return value.map(unwrapped)
  if (value === '') return undefined
  if (typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries<Parsed>(value).map(([name, inner]) => [
      name,
      WRAPPERS[name] ? unwrapped(inner?.[WRAPPERS[name]!] ?? '') : unwrapped(inner),
    ]),
  )
}

export type Answer = { status: number; headers: Headers; text: string; content: Parsed }
type Fields = [string, string | Blob][]

export function open311Client(world: World, base = `/${FIRST_TOWN}/open311/v2/`) {
  async function read(request: Request): Promise<Answer> {
    const answer = await world.app.fetch(request)
    const text = await answer.text()
    const isJson = new URL(request.url).pathname.endsWith('.json')
    const type = isJson ? 'application/json; charset=utf-8' : 'text/xml; charset=utf-8'
    if (request.method !== 'HEAD') expect(answer.headers.get('Content-Type')).toBe(type)
    const content = request.method === 'HEAD' ? undefined : isJson ? JSON.parse(text) : readXml(text)
    return { status: answer.status, headers: answer.headers, text, content }
  }
  return {
    get: (path: string, headers: Record<string, string> = {}) =>
      read(new Request(PUBLIC_URL + base + path, { headers })),
    head: (path: string) => read(new Request(PUBLIC_URL + base + path, { method: 'HEAD' })),
    /** Urlencoded, as FixMyStreet sends; with a file in it multipart. */
    post: (path: string, fields: Fields, headers: Record<string, string> = {}) => {
      const isPlain = fields.every(([, value]) => typeof value === 'string')
      const body = isPlain ? new URLSearchParams() : new FormData()
      for (const [name, value] of fields) (body as FormData).append(name, value)
      return read(new Request(PUBLIC_URL + base + path, { method: 'POST', body, headers }))
    },
  }
}

/** Made by the town's admin. */
export async function keyFor(world: World, scopes: Scope[], town = FIRST_TOWN): Promise<{ id: string; key: string }> {
  const admin = { [FIRST_TOWN]: world.people.Clara, [NEIGHBOUR]: world.people.Dirk }[town]!
  return makeKey(await world.as(admin, town), { name: 'FixMyStreet', scopes, perHour: 10_000 })
}

/** As FixMyStreet sends a report: title, detail and address as three paragraphs. */
export const sentReport = (apiKey: string, more: Fields = []): Fields => {
  const own: Fields = [
    ['api_key', apiKey],
    ['service_code', 'pothole'],
    ['description', 'Loch\r\n\r\nVor dem Haus.\r\n\r\nhttps://fms.example/report/77'],
    ['lat', String(IN_FIRST_TOWN.lat)],
    ['long', String(IN_FIRST_TOWN.lon)],
    ['first_name', 'Anna'],
    ['last_name', 'Muster'],
    ['email', 'anna@post.example'],
  ]
  return [...own.filter(([name]) => !more.some(([other]) => other === name)), ...more]
}
