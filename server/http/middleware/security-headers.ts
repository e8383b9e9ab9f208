/** Headers every answer carries. Pages loosen the policy only for their town's tile host. */
import type { MiddlewareHandler } from 'hono'
import type { AppEnv } from '../app-env.ts'

const HSTS_SECONDS = 63_072_000

export function contentSecurityPolicy({
  imgHosts = [],
  framedBy,
  frames = false,
}: {
  imgHosts?: string[]
  /** Origins beside our own that may show it in a frame; absent: nobody at all. */
  framedBy?: readonly string[] | undefined
  frames?: boolean
} = {}): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    ["img-src 'self' data:", ...imgHosts].join(' '),
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    ...(frames ? ["frame-src 'self'"] : []),
    `frame-ancestors ${framedBy ? ["'self'", ...framedBy].join(' ') : "'none'"}`,
  ].join('; ')
}

export const securityHeaders: MiddlewareHandler<AppEnv> = async (c, next) => {
  await next()
  const headers = c.res.headers
  if (!headers.has('Content-Security-Policy')) headers.set('Content-Security-Policy', contentSecurityPolicy())
  if (!headers.has('Referrer-Policy')) headers.set('Referrer-Policy', 'strict-origin-when-cross-origin')
  headers.set('X-Content-Type-Options', 'nosniff')
  headers.set('Cross-Origin-Opener-Policy', 'same-origin')
  headers.set('Permissions-Policy', 'geolocation=(self), camera=(self), microphone=(), payment=()')
  if (c.var.deps.publicUrl.startsWith('https:')) {
    headers.set('Strict-Transport-Security', `max-age=${HSTS_SECONDS}; includeSubDomains`)
  }
}
