/** /embed.js: the elements for the towns' own websites, the same for all of them. */
import { Hono } from 'hono'
import { platform } from '../../client/paths.ts'
import { notFound } from '../errors.ts'
import { problem } from './api/problem.ts'
import type { AppEnv, Deps } from './app-env.ts'
import { anyOrigin, limitReads, unchanged } from './middleware/open-data.ts'

/** Soon enough for a mended script to be everywhere. */
const TEN_MINUTES = 'public, max-age=600, stale-while-revalidate=86400'
const FOR_EVER = 'public, max-age=31536000, immutable'
const TYPE = 'text/javascript; charset=utf-8'
const VERSION_LETTERS = 16

export const embedScript = new Hono<AppEnv>()
  .onError(problem)
  .use('/embed.js', anyOrigin, limitReads, unchanged)
  .use('/embed/*', anyOrigin, limitReads)
  .get('/embed.js', (c) => {
    c.header('Cross-Origin-Resource-Policy', 'cross-origin')
    return c.body(c.var.deps.assets.embed, 200, { 'Content-Type': TYPE, 'Cache-Control': TEN_MINUTES })
  })
  // A website that has written down the hash gets this very text or, after an update of ours, nothing: it shows its link.
  .get('/embed/:file', async (c) => {
    const { path } = await pinnedScript(c.var.deps)
    if (c.req.path !== path) throw notFound()
    c.header('Cross-Origin-Resource-Policy', 'cross-origin')
    return c.body(c.var.deps.assets.embed, 200, { 'Content-Type': TYPE, 'Cache-Control': FOR_EVER })
  })

/** Address that never changes what it answers, and the hash for the `integrity` attribute (W3C SRI). */
export async function pinnedScript({ assets }: Pick<Deps, 'assets'>): Promise<{ path: string; integrity: string }> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-384', new TextEncoder().encode(assets.embed)))
  const hex = [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return {
    path: platform.embedScript(hex.slice(0, VERSION_LETTERS)),
    integrity: `sha384-${btoa(String.fromCharCode(...hash))}`,
  }
}
