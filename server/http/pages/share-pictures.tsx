/** {base}/bild.png and {base}/anliegen/{number}/bild.png: what messengers show of a shared page. */
import { type Context, Hono } from 'hono'
import { render } from 'preact-render-to-string'
import { SharePicture, type SharePictureProps } from '../../../client/map/SharePicture.tsx'
import { notFound } from '../../errors.ts'
import type { Pictures } from '../../ports.ts'
import { getPublicReport } from '../../reports/get-public-report.ts'
import { hashOf } from '../../secrets.ts'
import { LeastRecentlyUsed } from '../../towns/least-recently-used.ts'
import { inkOn } from '../../towns/theme.ts'
import type { AppEnv } from '../app-env.ts'
import { reportNumber } from '../report-number.ts'

type C = Context<AppEnv>

/** Some hundred pictures. By the hash of what is drawn, so that nothing stale and nobody else's can be in it. */
const BYTES_KEPT = 8_000_000
const kept = new LeastRecentlyUsed<string, Uint8Array>(BYTES_KEPT, (png) => png.byteLength)
/** Short: a report can be hidden again. */
const FIVE_MINUTES = 'public, max-age=300'

export const sharePictures = new Hono<AppEnv>()
  .get('/bild.png', (c) => picture(c))
  // Only what everybody may see of it: for all others getPublicReport finds nothing.
  .get('/anliegen/:number/bild.png', async (c) => {
    const { category, lat, lon } = await getPublicReport(c.var.ctx, reportNumber(c))
    if (lat === null || lon === null) throw notFound()
    const icon = c.var.town.categories.find(({ key }) => key === category)?.icon ?? 'dots'
    return picture(c, { at: [lon, lat], icon })
  })

async function picture(c: C, place?: SharePictureProps['place']) {
  const { town, deps } = c.var
  if (!deps.pictures) throw notFound()
  const { outline, bounds, theme } = town
  const drawing = { outline, bounds, accent: theme.accent, onAccent: inkOn(theme.accent), place }
  const svg = render(<SharePicture {...drawing} />)
  const hash = await hashOf(svg)
  const headers = { ETag: `"${hash}"`, 'Cache-Control': FIVE_MINUTES }
  if (c.req.header('If-None-Match')?.includes(hash)) return c.body(null, 304, headers)
  const png = await drawn(deps.pictures, svg, hash)
  return c.body(new Uint8Array(png), 200, { ...headers, 'Content-Type': 'image/png' })
}

async function drawn(pictures: Pictures, svg: string, hash: string): Promise<Uint8Array> {
  const known = kept.get(hash)
  if (known) return known
  const png = await pictures.toPng(svg)
  kept.set(hash, png)
  return png
}
