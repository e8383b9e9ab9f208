/** /amt/{town}/neu?since=…: whether there is anything new, for a page that stays open. */
import { type Context, Hono } from 'hono'
import { notFound } from '../../errors.ts'
import { townsOfShared } from '../../people/shared-queues.ts'
import { type News, ReadNews, readNews } from '../../reports/read-news.ts'
import type { AppEnv } from '../app-env.ts'
import { buildCtx } from '../build-ctx.ts'

type C = Context<AppEnv>

export const news = new Hono<AppEnv>().get('/', async (c) => answer(c, await readNews(c.var.ctx, asked(c))))

/** The same over all towns of a department. */
export async function sharedNews(c: C, key: { lender: string; department: string }): Promise<Response> {
  const { deps, clerk, language } = c.var
  const towns = townsOfShared(clerk.memberships, key)
  if (towns.length === 0) throw notFound()
  const sum: News = { fresh: 0, version: 0 }
  for (const { town: name, department } of towns) {
    const town = await deps.registry.town(name)
    if (!town) continue
    const { fresh, version } = await readNews(buildCtx(deps, town, clerk, language), { ...asked(c), department })
    sum.fresh += fresh
    sum.version = Math.max(sum.version, version)
  }
  return answer(c, sum)
}

function asked(c: C) {
  const parsed = ReadNews.safeParse(c.req.query())
  if (!parsed.success) throw notFound()
  return parsed.data
}

function answer(c: C, { fresh, version }: News): Response {
  const etag = `"${version}-${fresh}"`
  c.header('ETag', etag)
  c.header('Cache-Control', 'private, no-cache')
  return c.req.header('If-None-Match') === etag ? c.body(null, 304) : c.json({ fresh })
}
