/** /opendata/dcat.jsonld: what all towns of the platform offer, a hundred on a page, for data portals. */
import { Hono } from 'hono'
import { z } from 'zod'
import { words } from '../../../client/i18n/index.ts'
import { platform } from '../../../client/paths.ts'
import { notFound } from '../../errors.ts'
import { readPublicReach } from '../../reports/list-public-reports.ts'
import { problem } from '../api/problem.ts'
import type { AppEnv } from '../app-env.ts'
import { buildCtx } from '../build-ctx.ts'
import { anyOrigin, limitReads, unchanged } from '../middleware/open-data.ts'
import { strictQuery } from '../strict-query.ts'
import { datasetOf, type Offered, serviceOf } from './dcat.ts'
import { german, iri, jsonLdOf, type Node } from './rdf.ts'

const PER_PAGE = 100
const AN_HOUR = 'public, max-age=3600'
const Page = z
  .string()
  .regex(/^[1-9]\d{0,3}$/)
  .transform(Number)
  .default(1)

export const platformCatalogue = new Hono<AppEnv>()
  .onError(problem)
  .use(anyOrigin, limitReads, unchanged)
  .get('/dcat.jsonld', async (c) => {
    const { deps } = c.var
    const { page } = strictQuery(c, { page: Page })
    const rows = await deps.registry.list({ limit: page * PER_PAGE + 1 })
    const shown = rows.slice((page - 1) * PER_PAGE, page * PER_PAGE)
    if (shown.length === 0 && page > 1) throw notFound()
    const offered: Offered[] = []
    // One after the other: the portal can wait, citizens cannot.
    for (const { key } of shown) {
      const town = await deps.registry.town(key)
      if (!town?.live || !town.member) continue
      const reach = await readPublicReach(buildCtx(deps, town, { kind: 'citizen' }, 'de'))
      offered.push({ town, publicUrl: deps.publicUrl, ...reach })
    }
    const next = rows.length > page * PER_PAGE ? page + 1 : undefined
    const graph = [platformNode(deps, offered), viewOf(deps.publicUrl, page, next)]
    return c.body(jsonLdOf(graph), 200, {
      'Content-Type': 'application/ld+json; charset=utf-8',
      'Cache-Control': AN_HOUR,
    })
  })

type World = Pick<AppEnv['Variables']['deps'], 'publicUrl' | 'operator'>

function platformNode({ publicUrl, operator }: World, offered: readonly Offered[]): Node {
  const { catalogue } = words('de').openData
  return {
    '@id': `${publicUrl}/opendata#katalog`,
    '@type': 'dcat:Catalog',
    'dct:title': german(catalogue.platformTitle),
    'dct:description': german(catalogue.platformText),
    'dct:publisher': {
      '@id': `${publicUrl}/#betreiber`,
      '@type': 'foaf:Agent',
      'foaf:name': operator.name ?? words('de').common.product,
      'foaf:homepage': iri(`${publicUrl}/`),
    },
    'dct:language': iri('http://publications.europa.eu/resource/authority/language/DEU'),
    'foaf:homepage': iri(`${publicUrl}/`),
    'dcat:dataset': offered.map(datasetOf),
    'dcat:service': offered.map(serviceOf),
  }
}

/** Which part of the whole this page is. */
function viewOf(publicUrl: string, page: number, next: number | undefined): Node {
  const at = (page: number) => iri(publicUrl + platform.catalogue(page))
  return {
    ...at(page),
    '@type': 'hydra:PartialCollectionView',
    'hydra:first': at(1),
    'hydra:previous': page > 1 ? at(page - 1) : undefined,
    'hydra:next': next ? at(next) : undefined,
  }
}
