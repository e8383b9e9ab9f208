/**
 * /oembed: oEmbed 1.0, by which TYPO3, WordPress and others turn the address of a page into what they can show: start
 * into the map, list and form into their frames. A website that the town has not entered gets the frame, and the browser
 * leaves it empty, as everywhere.
 */
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { words } from '../../client/i18n/index.ts'
import { platform, town as townPaths, type Widget } from '../../client/paths.ts'
import { LANGUAGES, type Language } from '../../tenants/languages.ts'
import type { RegisteredTown } from '../context.ts'
import { notFound } from '../errors.ts'
import { problem } from './api/problem.ts'
import type { AppEnv, Deps } from './app-env.ts'
import { FRAME_HEIGHTS, frameTag } from './frame-tag.ts'
import { anyOrigin, limitReads, unchanged } from './middleware/open-data.ts'
import { strictQuery } from './strict-query.ts'
import { townUrl } from './urls.ts'
import { xmlOf } from './xml.ts'

type C = Context<AppEnv>

const MOST_ADDRESS = 2_000
const WIDTH = 640
/** Narrower nothing of ours fits. */
const LEAST_WIDTH = 320
const A_DAY_SECONDS = 86_400

const Pixels = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
const OEmbed = {
  url: z.url().max(MOST_ADDRESS),
  format: z.string().max(20).optional(),
  maxwidth: Pixels.optional(),
  maxheight: Pixels.optional(),
}

export const oembed = new Hono<AppEnv>()
  .onError(problem)
  .use(anyOrigin, limitReads, unchanged)
  .get('/', async (c) => {
    const { url, format = 'json', maxwidth = WIDTH, maxheight } = strictQuery(c, OEmbed)
    // The standard's word for a format that is not spoken.
    if (format !== 'json' && format !== 'xml') return c.body(null, 501)
    const page = await pageAt(c.var.deps, new URL(url))
    const size = { width: Math.max(LEAST_WIDTH, Math.min(WIDTH, maxwidth)), most: maxheight }
    const answer = described(c, page, size)
    if (format === 'json') return c.json(answer)
    return c.body(xmlOf({ oembed: answer }), 200, { 'Content-Type': 'text/xml; charset=utf-8' })
  })

type Page = { town: RegisteredTown; widget: Widget; language: Language }

/** Paths of pages below a town's base. */
const PAGES: Record<string, Widget> = { '': 'karte', '/anliegen': 'liste', '/melden': 'melden' }

/** @param path below a town's base */
export const isEmbeddable = (path: string) => Object.hasOwn(PAGES, path.replace(/\/$/, ''))

/** @throws not_found for what is not a page of a town of ours that can stand in a frame */
async function pageAt({ registry, publicUrl }: Deps, url: URL): Promise<Page> {
  const [, key = '', ...rest] = url.pathname.split('/')
  const isPlatforms = url.origin === new URL(publicUrl).origin
  const town = isPlatforms ? await registry.town(key) : await registry.townByHost(url.hostname)
  const path = (isPlatforms ? rest.map((part) => `/${part}`).join('') : url.pathname).replace(/\/$/, '')
  const widget = Object.hasOwn(PAGES, path) ? PAGES[path] : undefined
  if (!town?.live || !town.member || !widget) throw notFound()
  const asked = LANGUAGES.find((one) => one === url.searchParams.get('lang'))
  return { town, widget, language: asked ?? town.languages[0] ?? 'de' }
}

function described(
  c: C,
  { town, widget, language }: Page,
  { width, most }: { width: number; most?: number | undefined },
) {
  const { publicUrl, operator } = c.var.deps
  const { common, embedding } = words(language)
  const title = embedding.snippet[widget](town.name)
  const height = Math.min(FRAME_HEIGHTS[widget], most ?? FRAME_HEIGHTS[widget])
  const src = townPaths(`${publicUrl}/${town.key}`).embed(widget, { lang: language })
  return {
    type: 'rich',
    version: '1.0',
    title,
    author_name: town.officialName,
    author_url: townPaths(townUrl(publicUrl, town)).start(),
    provider_name: operator.name ?? common.product,
    provider_url: publicUrl + platform.start(),
    cache_age: A_DAY_SECONDS,
    html: frameTag({ src, title, width: `${width}`, height: `${height}` }),
    width,
    height,
  }
}
