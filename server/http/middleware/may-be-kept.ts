/** Marks a route whose page is the same for everybody who asks: page-cache.ts may keep it for two seconds. */
import type { MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import type { AppEnv } from '../app-env.ts'

export const mayBeKept: MiddlewareHandler<AppEnv> = async (c, next) => {
  await next()
  if (c.env?.keep) c.env.keep.page = { town: c.var.town, route: routePath(c, -1), path: c.req.path }
}
