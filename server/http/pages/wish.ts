/** {base}/wunsch: somebody wishes that the town joined. Counted without anything about the person. */
import { Hono } from 'hono'
import { town as townPaths } from '../../../client/paths.ts'
import { countUsage, deviceOf } from '../../analytics/count-usage.ts'
import { notFound } from '../../errors.ts'
import type { AppEnv } from '../app-env.ts'
import { sameOrigin } from '../middleware/same-origin.ts'
import { redirectTo } from '../respond.ts'

export const wish = new Hono<AppEnv>().post('/', sameOrigin, async (c) => {
  const { ctx, town, base } = c.var
  if (town.member) throw notFound()
  await countUsage(ctx, { step: 'wished', intakeChannel: 'web', device: deviceOf(c.req.header('User-Agent')) })
  return redirectTo(c, townPaths(base).start({ gewuenscht: '1' }))
})
