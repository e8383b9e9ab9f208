/** A form with a session behind it must come from our own page. */
import type { MiddlewareHandler } from 'hono'
import { forbidden } from '../../errors.ts'
import type { AppEnv } from '../app-env.ts'

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Compares the browser's own words: Sec-Fetch-Site where it is sent, else Origin. */
export const sameOrigin: MiddlewareHandler<AppEnv> = async (c, next) => {
  if (SAFE.has(c.req.method)) return next()
  const site = c.req.header('Sec-Fetch-Site')
  const origin = c.req.header('Origin')
  const ours = new Set([new URL(c.var.deps.publicUrl).origin, new URL(c.req.url).origin])
  const fine = site ? site === 'same-origin' || site === 'none' : origin !== undefined && ours.has(origin)
  if (!fine) throw forbidden('wrong_origin')
  return next()
}
