/** `/`: which town? */
import { Hono } from 'hono'
import { PlatformStart } from '../../../client/citizen/PlatformStart.tsx'
import type { TownRowData } from '../../../client/citizen/TownRow.tsx'
import { words } from '../../../client/i18n/index.ts'
import icon from '../../../client/ui/icon.svg?raw'
import { landOf } from '../../towns/land-of.ts'
import type { TownRow } from '../../towns/rows.ts'
import type { AppEnv } from '../app-env.ts'
import { platformCatalogue } from '../open-data/platform-catalogue.ts'
import { sendPage } from '../respond.ts'
import { townUrl } from '../urls.ts'
import { platformDevelopers } from './developers.tsx'
import { documentOf } from './document-of.tsx'
import { pageError } from './error.tsx'
import { platformLaw } from './platform-law.tsx'
import { register } from './register.tsx'
import { showcase } from './showcase.tsx'
import { platformSitemaps } from './sitemaps.ts'

/** As many as one page can show; with more towns than this the search is the way. */
const MOST_LISTED = 60
const MOST_FOUND = 8

const AN_HOUR = 'public, max-age=3600'

export const platformPages = new Hono<AppEnv>()
  .onError(pageError)
  .route('/kommunen', register)
  .route('/schnittstellen', platformDevelopers)
  .route('/bausteine', showcase)
  .route('/', platformSitemaps)
  .route('/opendata', platformCatalogue)
  .route('/', platformLaw)
  .get('/favicon.ico', (c) => c.body(icon, 200, { 'Content-Type': 'image/svg+xml', 'Cache-Control': AN_HOUR }))
  .get('/', async (c) => {
    const { language, deps } = c.var
    const q = c.req.query('q')?.replaceAll('\u0000', '').trim().slice(0, 100) || undefined
    const towns = await deps.registry.list({ limit: MOST_LISTED })
    const found = q ? await deps.registry.search(q, MOST_FOUND) : undefined
    const hrefOf = ({ key, host }: Pick<TownRow, 'key' | 'host'>) =>
      host ? `${townUrl(deps.publicUrl, { key, host })}/` : `/${key}/`
    const results = found?.map(
      (town): TownRowData => ({
        name: town.name,
        isGuest: !town.member,
        detail:
          [town.county ?? (town.member ? undefined : landOf(town.ags)), town.postcodes.join(', ')]
            .filter(Boolean)
            .join(' · ') || undefined,
        href: hrefOf({ key: town.key, host: town.host ?? null }),
        logoHref: town.logo ? `${hrefOf({ key: town.key, host: town.host ?? null })}logo.svg` : undefined,
      }),
    )
    const page = (
      <PlatformStart
        language={language}
        q={q}
        results={results}
        towns={towns.map((town) => ({ name: town.name, href: hrefOf(town) }))}
      />
    )
    const { platform } = words(language).citizen
    return sendPage(
      c,
      documentOf(c, { title: platform.title, description: platform.description, noindex: Boolean(q) }, page),
    )
  })
