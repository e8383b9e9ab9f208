/** /sitemap.xml, /robots.txt and the same of a town: what search engines may know. sitemaps.org 0.9, RFC 9309. */
import { type Context, Hono } from 'hono'
import { town as townPaths } from '../../../client/paths.ts'
import { notFound } from '../../errors.ts'
import { listPublicNumbers } from '../../reports/list-public-numbers.ts'
import type { AppEnv } from '../app-env.ts'
import { townUrl } from '../urls.ts'

type C = Context<AppEnv>
type Entry = { loc: string; lastmod?: Date }

/** As many as one file may name (sitemaps.org). There are some 11,000 municipalities in Germany. */
const MOST = 50_000
/** Per file, so that the town's own pages fit beside them. */
const REPORTS_PER_FILE = 49_000
const AN_HOUR = 'public, max-age=3600'
/** Drafts, and pages that a secret link opens. */
const SECRET = ['/melden/', '/verfolgen/', '/auftrag/']

/** Live towns that take part, each by its own file, on its own host if it has one. */
export const platformSitemaps = new Hono<AppEnv>()
  .get('/sitemap.xml', async (c) => {
    const { registry, publicUrl } = c.var.deps
    const towns = await registry.list({ limit: MOST })
    return xml(
      c,
      'sitemapindex',
      'sitemap',
      towns.map((town) => ({ loc: sitemapOf(publicUrl, town) })),
    )
  })
  .get('/robots.txt', (c) => {
    const hidden = ['/amt', ...SECRET.map((path) => `/*${path}`)]
    return robots(c, hidden, [`${c.var.deps.publicUrl}/sitemap.xml`])
  })

export const townSitemaps = new Hono<AppEnv>()
  .get('/sitemap.xml', async (c) => {
    const page = pageOf(c)
    const { town, ctx } = c.var
    if (!page || !town.live || !town.member) throw notFound()
    const { items } = await listPublicNumbers(ctx, { page, perPage: REPORTS_PER_FILE })
    if (page > 1 && items.length === 0) throw notFound()
    const to = townPaths(townUrl(c.var.deps.publicUrl, town))
    const pages = [
      to.start(),
      to.report(),
      to.reports(),
      to.topics(),
      ...town.categories.map(({ key }) => to.topic(key)),
    ]
    const reports = items.map(({ number, changedAt }) => ({ loc: to.publicReport(number), lastmod: changedAt }))
    return xml(c, 'urlset', 'url', [...(page === 1 ? pages.map((loc) => ({ loc })) : []), ...reports])
  })
  // Only a host has one: below a path nobody looks for it.
  .get('/robots.txt', async (c) => {
    const { town, ctx, base, deps } = c.var
    if (base !== '') throw notFound()
    if (!town.live || !town.member) return robots(c, SECRET, [])
    const { pages } = await listPublicNumbers(ctx, { page: 1, perPage: REPORTS_PER_FILE })
    const to = townPaths(townUrl(deps.publicUrl, town))
    const files = Array.from({ length: pages }, (_, n) => to.sitemap({ seite: n > 0 ? String(n + 1) : undefined }))
    return robots(c, SECRET, files)
  })

const sitemapOf = (publicUrl: string, town: Parameters<typeof townUrl>[1]) =>
  townPaths(townUrl(publicUrl, town)).sitemap()

/** Null for what is no page. */
function pageOf(c: C): number | null {
  const digits = c.req.query('seite') ?? '1'
  return /^[1-9]\d{0,3}$/.test(digits) ? Number(digits) : null
}

function xml(c: C, root: 'urlset' | 'sitemapindex', item: 'url' | 'sitemap', entries: Entry[]) {
  const lines = entries.map(({ loc, lastmod }) => {
    const changed = lastmod ? `<lastmod>${lastmod.toISOString()}</lastmod>` : ''
    return `<${item}><loc>${escaped(loc)}</loc>${changed}</${item}>`
  })
  const body = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">`,
    ...lines,
    `</${root}>`,
    '',
  ].join('\n')
  return c.body(body, 200, { 'Content-Type': 'text/xml; charset=utf-8', 'Cache-Control': AN_HOUR })
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }
const escaped = (text: string) => text.replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign]!)

function robots(c: C, hidden: string[], sitemaps: string[]) {
  const rules = ['User-agent: *', ...hidden.map((path) => `Disallow: ${path}`)]
  const files = sitemaps.length > 0 ? ['', ...sitemaps.map((loc) => `Sitemap: ${loc}`)] : []
  c.header('Cache-Control', AN_HOUR)
  return c.text([...rules, ...files, ''].join('\n'))
}
