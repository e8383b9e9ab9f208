/** {base}/theme.css and {base}/logo.svg: a town's look, from the registry. */
import { Hono } from 'hono'
import { notFound } from '../../errors.ts'
import { themeCss } from '../../towns/theme.ts'
import type { AppEnv } from '../app-env.ts'

/** The address carries the town's version, so the answer never changes. */
const FOR_EVER = 'public, max-age=31536000, immutable'
const AN_HOUR = 'public, max-age=3600'

export const townFiles = new Hono<AppEnv>()
  .get('/theme.css', (c) => {
    const current = c.req.query('v') === String(c.var.town.version)
    return c.body(themeCss(c.var.town.theme), 200, {
      'Content-Type': 'text/css; charset=utf-8',
      'Cache-Control': current ? FOR_EVER : AN_HOUR,
    })
  })
  .get('/logo.svg', (c) => {
    const { logo } = c.var.town
    if (!logo) throw notFound()
    // An SVG opened by itself is a document: it may neither run nor load anything.
    return c.body(logo, 200, {
      'Content-Type': 'image/svg+xml; charset=utf-8',
      'Cache-Control': AN_HOUR,
      'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    })
  })
