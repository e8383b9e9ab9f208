/**
 * What every open interface has in common: any origin may read, unchanged answers are told by their ETag, and nobody
 * reads so fast that others wait. Headers by draft-ietf-httpapi-ratelimit-headers.
 */
import type { MiddlewareHandler } from 'hono'
import { cors } from 'hono/cors'
import { etag, RETAINED_304_HEADERS } from 'hono/etag'
import { tooManyUntil } from '../../limits/count.ts'
import { isOf } from '../../visitor.ts'
import type { AppEnv } from '../app-env.ts'
import { countVisits } from '../visits.ts'

/** A GIS client pages through a whole town by ten reports at a time. */
export const LIMIT_OF_READS = 3_000
const WINDOW_SECONDS = 60
const count = countVisits({ most: LIMIT_OF_READS, windowMs: WINDOW_SECONDS * 1_000 })

/** Any origin, without cookies. */
export const anyOrigin = cors({
  origin: '*',
  allowMethods: ['GET', 'HEAD', 'POST', 'OPTIONS'],
  allowHeaders: ['Content-Type', 'Authorization', 'Idempotency-Key', 'If-None-Match'],
  exposeHeaders: [
    'Content-Crs',
    'ETag',
    'Idempotent-Replayed',
    'Link',
    'Location',
    'RateLimit',
    'RateLimit-Policy',
    'Retry-After',
    'X-Request-Id',
  ],
})

/** Weak: the same answer may be compressed. What lets others read it stays, or they could not read it again. */
export const unchanged: MiddlewareHandler<AppEnv> = etag({
  weak: true,
  retainedHeaders: [...RETAINED_304_HEADERS, 'access-control-allow-origin', 'cross-origin-resource-policy'],
})

/** @throws too_many */
export const limitReads: MiddlewareHandler<AppEnv> = async (c, next) => {
  const { deps, visitor } = c.var
  if (c.req.method === 'OPTIONS' || visitor === 'unknown' || isOf(visitor, deps.limitsExempt)) return next()
  const now = deps.now()
  const { left, endsInMs, isOver } = count(visitor, now)
  c.header('RateLimit-Policy', `"reads";q=${LIMIT_OF_READS};w=${WINDOW_SECONDS}`)
  c.header('RateLimit', `"reads";r=${left};t=${Math.ceil(endsInMs / 1_000)}`)
  if (isOver) throw tooManyUntil(now.getTime() + endsInMs, now)
  return next()
}
