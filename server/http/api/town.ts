/** /api/v1/towns/{town}: one town, its districts and its public figures. */
import { type Context, Hono } from 'hono'
import { inTransaction } from '../../context.ts'
import { countPublicReports } from '../../reports/list-public-reports.ts'
import { publicFigures } from '../../reports/public-figures.ts'
import type { AppEnv } from '../app-env.ts'
import { LICENCES } from '../licences.ts'
import { townUrl } from '../urls.ts'
import { describe, geoJson, json, UNCHANGED } from './describe.ts'
import { Districts, Figures, WholeTown } from './town-shapes.ts'

const half = (a: number, b: number) => Math.round(((a + b) / 2) * 1e6) / 1e6

export const town = new Hono<AppEnv>()
  .get(
    '/',
    describe({
      operationId: 'getTown',
      tag: 'towns',
      summary: 'One town',
      answers: { 200: json('The town', WholeTown), ...UNCHANGED },
      refuses: [404],
    }),
    (c) => c.json(wholeTown(c)),
  )
  .get(
    '/districts',
    describe({
      operationId: 'listDistricts',
      tag: 'towns',
      summary: 'Districts of a town with their boundaries',
      description: 'Empty where a town has not drawn any. The `key` of a district is what `district` filters by.',
      answers: { 200: geoJson('GeoJSON', Districts), ...UNCHANGED },
      refuses: [404],
    }),
    (c) => {
      const features = c.var.town.districts.map(({ key, name, geometry }) => ({
        ...{ type: 'Feature', id: key, geometry },
        properties: { key, name },
      }))
      const type = { 'Content-Type': 'application/geo+json; charset=utf-8' }
      return c.body(JSON.stringify({ type: 'FeatureCollection', features }), 200, type)
    },
  )
  .get(
    '/figures',
    describe({
      operationId: 'getFigures',
      tag: 'towns',
      summary: 'How many public reports there are, and how reliably they are solved',
      description:
        '`reliability` is null while fewer than five reports have ended: it would say more about chance than about the town.',
      answers: { 200: json('Figures', Figures), ...UNCHANGED },
      refuses: [404],
    }),
    async (c) => c.json(await figures(c)),
  )

function wholeTown({ var: { town, deps } }: Context<AppEnv>) {
  const { key, name, officialName, kind, live, member, bounds, languages, contact, openData } = town
  const [minLon, minLat, maxLon, maxLat] = bounds
  return {
    ...{ key, name, officialName, kind, live, member, bounds, languages },
    url: `${townUrl(deps.publicUrl, town)}/`,
    centre: { lat: half(minLat, maxLat), lon: half(minLon, maxLon) },
    contact: { phone: contact.phone, website: contact.website },
    licence: { key: openData.licence, ...LICENCES[openData.licence] },
    districts: town.districts.map(({ key, name }) => ({ key, name })),
  }
}

const figures = (c: Context<AppEnv>) =>
  inTransaction(c.var.ctx, async (ctx) => ({
    open: await countPublicReports(ctx, { status: 'open' }),
    closed: await countPublicReports(ctx, { status: 'closed' }),
    reliability: await publicFigures(ctx),
  }))
