/** `Link: <…>; rel="next"` (RFC 8288) for clients that page without knowing our body. */
import type { Context } from 'hono'
import type { AppEnv } from '../app-env.ts'

/** @param next what the parameter is on the next page; null on the last one */
export function linkNext(c: Context<AppEnv>, parameter: 'cursor' | 'page', next: string | null): void {
  if (next === null) return
  const { pathname, searchParams } = new URL(c.req.url)
  searchParams.set(parameter, next)
  c.header('Link', `<${c.var.deps.publicUrl}${pathname}?${searchParams}>; rel="next"`)
}
