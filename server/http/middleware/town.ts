/** Which town an address means: by its path on the platform's host, or by its own host. */
import type { Context, MiddlewareHandler } from 'hono'
import { notFound } from '../../errors.ts'
import type { TownWithLogo } from '../../towns/registry.ts'
import type { AppEnv } from '../app-env.ts'
import { buildCtx } from '../build-ctx.ts'
import { townUrl } from '../urls.ts'

/** `/:town/…`. A town that has its own host is canonical there. */
export const townByPath: MiddlewareHandler<AppEnv> = async (c, next) => {
  const { registry, publicUrl } = c.var.deps
  const town = await registry.town(c.req.param('town') ?? '')
  if (!town) throw notFound('town_not_found')
  if (town.host) {
    const { pathname, search } = new URL(c.req.url)
    return c.redirect(`${townUrl(publicUrl, town)}${pathname.slice(town.key.length + 1) || '/'}${search}`, 301)
  }
  c.set('town', town)
  c.set('base', `/${town.key}`)
  c.set('ctx', buildCtx(c.var.deps, town, { kind: 'citizen' }, c.var.language))
  return next()
}

/** The inner address of a town's own host (town-hosts.ts); nobody reaches it from the platform's. */
export const townByHost: MiddlewareHandler<AppEnv> = async (c, next) => {
  const town = await c.var.deps.registry.town(c.req.param('town') ?? '')
  if (!town?.host || town.host !== new URL(c.req.url).hostname) throw notFound()
  c.set('town', town)
  c.set('base', '')
  c.set('ctx', buildCtx(c.var.deps, town, { kind: 'citizen' }, c.var.language))
  return next()
}

/** `/api/v1/towns/:town/…` and staff addresses: the key in the path, whatever host the town has. */
export const townByKey: MiddlewareHandler<AppEnv> = async (c, next) => {
  const town = await c.var.deps.registry.town(c.req.param('town') ?? '')
  if (!town) throw notFound('town_not_found')
  enterTown(c, town)
  return next()
}

/** A stranger in this town from here on. */
export function enterTown(c: Context<AppEnv>, town: TownWithLogo): void {
  c.set('town', town)
  c.set('base', town.host ? '' : `/${town.key}`)
  c.set('ctx', buildCtx(c.var.deps, town, { kind: 'citizen' }, c.var.language))
}
