/**
 * Public pages, kept for two seconds: a start page costs tens of milliseconds of the database, and when a town writes
 * about its reports in the newspaper everybody comes at once. It stands before everything else, since middleware and
 * compression cost more than the answer. What a route has not marked (mayBeKept) is never kept.
 */
import type { Language } from '../../tenants/languages.ts'
import type { RegisteredTown } from '../context.ts'
import type { Log, Metrics } from '../ports.ts'
import { base64url } from '../secrets.ts'
import { LeastRecentlyUsed } from '../towns/least-recently-used.ts'
import type { Registry } from '../towns/registry.ts'
import type { Keeping } from './app-env.ts'
import { newRequestId, preferredLanguage } from './middleware/request-context.ts'

const KEPT_MS = 2_000
const MOST_BYTES = 32 * 1024 * 1024
/** Longer addresses and headers are nobody's usual visit. */
const MOST_ADDRESS = 600
const MOST_HEADER = 200
const HEADERS_KEPT = 500
const ETAG_BYTES = 12

/** Below a town, on its own host, or the map; whether such an address is kept its route says. */
const PATH =
  /^\/(?:[a-z][a-z0-9-]*\/?)?(?:(?:anliegen|themen)(?:\/[\w-]+)?\/?|embed\/(?:karte|liste)\/?)?$|^\/api\/v1\/towns\/[a-z0-9-]+\/map$/
/** All that these pages read. What is not known could stand in their links: a press, an address, anything. */
const QUERY = new Set(['lang', 'q', 'status', 'category', 'cursor', 'bbox', 'zoom', 'stelle', 'limit'])
const SESSION = /(?:^|[;\s])(?:__Host-|demo-)(?:session|step)=/
const NOT_KEPT = /no-store|private/

type Fetch<Env> = (request: Request, env: Env & { keep?: Keeping }) => Response | Promise<Response>
type Kept = {
  bytes: Uint8Array<ArrayBuffer>
  headers: Record<string, string>
  etag: string
  town: RegisteredTown
  route: string
  path: string
  keptAt: number
  /** Where the count of writes stood before it was read. */
  writes: number
}
type Flight = { writes: number; page: Promise<Kept | null> }
type World = { now: () => Date; log: Log; metrics: Metrics | null }

export function createPageCache({ now, log, metrics }: World) {
  const pages = new LeastRecentlyUsed<string, Kept>(MOST_BYTES, ({ bytes }) => bytes.byteLength + 2 * MOST_ADDRESS)
  const flights = new Map<string, Flight>()
  /** By town, the count of writes at its last one. */
  const lastWrite = new Map<string, number>()
  let writes = 0

  const isCurrent = (page: Kept) => (lastWrite.get(page.town.key) ?? 0) <= page.writes

  async function find(key: string, registry: Pick<Registry, 'town'>): Promise<Kept | null> {
    const page = pages.get(key)
    if (!page || !isCurrent(page) || now().getTime() - page.keptAt >= KEPT_MS) return null
    return isSameTown(page.town, await registry.town(page.town.key)) ? page : null
  }

  function answer(page: Kept, request: Request, startedAt: number): Response {
    const requestId = newRequestId()
    const isKnown = request.headers.get('If-None-Match') === page.etag
    const status = isKnown ? 304 : 200
    const ms = performance.now() - startedAt
    log.info({ requestId, method: 'GET', path: page.path, status, ms: Math.round(ms), kept: true }, 'request')
    metrics?.answered({ route: page.route, method: 'GET', status, seconds: ms / 1_000 })
    const headers = { ...page.headers, 'X-Request-Id': requestId }
    return new Response(isKnown ? null : page.bytes, { status, headers })
  }

  return {
    /** Rows of this town have changed: what was read before is not shown any more. */
    written(town: string): void {
      lastWrite.set(town, ++writes)
    },

    /** Put before whatever answers. Who asks for the same while it is made waits for it. */
    before<Env extends object>(ask: Fetch<Env>, registry: Pick<Registry, 'town'>): Fetch<Env> {
      async function make(key: string, request: Request, env: Env) {
        const keep: Keeping = { page: null }
        const readAt = writes
        const response = await ask(request, { ...env, keep })
        const page = keep.page && mayKeep(response) ? await pageOf(response, keep.page, readAt) : null
        if (page && isCurrent(page)) pages.set(key, page)
        return { page, response }
      }
      async function lead(key: string, request: Request, env: Env): Promise<Response> {
        const made = make(key, request, env)
        const flight = { writes, page: made.then(({ page }) => page).catch(() => null) }
        flights.set(key, flight)
        try {
          const { page, response } = await made
          if (!page) return response
          // Its own request was logged on the way.
          const isKnown = request.headers.get('If-None-Match') === page.etag
          const headers = { ...page.headers, 'X-Request-Id': response.headers.get('X-Request-Id') ?? '' }
          return new Response(isKnown ? null : page.bytes, { status: isKnown ? 304 : 200, headers })
        } finally {
          if (flights.get(key) === flight) flights.delete(key)
        }
      }
      async function visit(key: string, request: Request, env: Env): Promise<Response> {
        const startedAt = performance.now()
        // What fails here fails on the way too, where it is told.
        const found = await find(key, registry).catch(() => null)
        if (found) return answer(found, request, startedAt)
        const flight = flights.get(key)
        if (!flight || flight.writes !== writes) return lead(key, request, env)
        const page = await flight.page
        return page ? answer(page, request, startedAt) : ask(request, env)
      }
      return (request, env) => {
        const key = keyOf(request)
        return key === null ? ask(request, env) : visit(key, request, env)
      }
    },
  }

  /** How often one visitor has read is nobody else's count. */
  async function pageOf(response: Response, { town, route, path }: NonNullable<Keeping['page']>, readAt: number) {
    const bytes = new Uint8Array(await response.arrayBuffer())
    const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
    const etag = `W/"${base64url(hash.slice(0, ETAG_BYTES))}"`
    const headers = Object.fromEntries([...response.headers].filter(([name]) => !name.startsWith('ratelimit')))
    const keptAt = now().getTime()
    return { bytes, headers: { ...headers, etag }, etag, town, route, path, keptAt, writes: readAt } satisfies Kept
  }
}

const isSameTown = (one: RegisteredTown, other: RegisteredTown | null) =>
  one.version === other?.version && one.settingsVersion === other.settingsVersion && one.live === other.live

function mayKeep({ status, headers }: Response): boolean {
  return status === 200 && !headers.has('Set-Cookie') && !NOT_KEPT.test(headers.get('Cache-Control') ?? '')
}

const languages = new LeastRecentlyUsed<string, Language>(HEADERS_KEPT)

function languageOf(header: string): Language {
  const earlier = languages.get(header)
  if (earlier) return earlier
  const language = preferredLanguage(header)
  languages.set(header, language)
  return language
}

/** Host, path, query, language and encoding; null for what is never kept. */
function keyOf({ method, url, headers }: Request): string | null {
  if (method !== 'GET' || url.length > MOST_ADDRESS) return null
  if (headers.has('Authorization') || SESSION.test(headers.get('Cookie') ?? '')) return null
  const address = addressOf(url)
  if (address === null) return null
  const encoding = headers.get('Accept-Encoding') ?? ''
  const language = headers.get('Accept-Language') ?? ''
  if (encoding.length > MOST_HEADER || language.length > MOST_HEADER) return null
  return `${address} ${languageOf(language)} ${encoding}`
}

function addressOf(url: string): string | null {
  const pathAt = url.indexOf('/', url.indexOf('//') + 2)
  const queryAt = url.indexOf('?', pathAt)
  if (!PATH.test(queryAt < 0 ? url.slice(pathAt) : url.slice(pathAt, queryAt))) return null
  if (queryAt < 0) return url
  const query = new URLSearchParams(url.slice(queryAt + 1))
  const names = [...query.keys()]
  if (new Set(names).size < names.length || names.some((name) => !QUERY.has(name))) return null
  query.sort()
  return `${url.slice(0, queryAt)}?${query}`
}
