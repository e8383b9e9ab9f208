/** The town in the path, for its admin and the operator. */
import type { Context } from 'hono'
import { notFound } from '../../errors.ts'
import { requireOverseer } from '../../people/permissions.ts'
import type { TownWithLogo } from '../../towns/registry.ts'
import type { AppEnv } from '../app-env.ts'
import { requireFactorFor } from '../middleware/second-factor.ts'

/** Sets the town for the page's frame, and only that: the operator gets no ctx that could open a report. */
export async function overseenTown(c: Context<AppEnv>): Promise<TownWithLogo> {
  const key = c.req.param('town') ?? ''
  requireOverseer(c.var.clerk, key)
  const town = await c.var.deps.registry.town(key)
  if (!town?.member) throw notFound()
  requireFactorFor(c, town)
  c.set('town', town)
  c.set('base', town.host ? '' : `/${town.key}`)
  return town
}
