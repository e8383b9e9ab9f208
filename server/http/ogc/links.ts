/** Links of OGC API – Features: absolute, from configuration; GDAL follows no other. */
import type { Context } from 'hono'
import { town as townPaths } from '../../../client/paths.ts'
import type { AppEnv } from '../app-env.ts'
import { townUrl } from '../urls.ts'

type C = Context<AppEnv>
export type Link = { href: string; rel: string; type?: string; title?: string; hreflang?: string }

export const JSON_TYPE = 'application/json'
export const GEOJSON_TYPE = 'application/geo+json'
export const HTML_TYPE = 'text/html'
export const OPENAPI_TYPE = 'application/vnd.oai.openapi+json;version=3.0'

/** Paths below the landing page. */
export const below = {
  landing: '',
  api: '/api',
  conformance: '/conformance',
  collections: '/collections',
  collection: (id: string) => `/collections/${id}`,
  items: (id: string) => `/collections/${id}/items`,
  item: (id: string, feature: string | number) => `/collections/${id}/items/${feature}`,
}

type Params = Record<string, string | undefined>

/** The address of a resource; a language that the address has chosen goes along. */
export function ogcUrl(c: C, path: string, params: Params = {}): string {
  const { deps, town, language, languageChosen } = c.var
  const lang = languageChosen ? language : undefined
  return townPaths(townUrl(deps.publicUrl, town)).ogc(path, { ...params, lang })
}

/** This answer and the same in the other representation, with what was asked for. */
export function selfLinks(c: C, path: string, type: string): Link[] {
  const asked = Object.fromEntries(new URL(c.req.url).searchParams)
  return [
    { href: ogcUrl(c, path, { ...asked, f: 'json' }), rel: 'self', type },
    { href: ogcUrl(c, path, { ...asked, f: 'html' }), rel: 'alternate', type: HTML_TYPE },
  ]
}
