/** Wire shapes of one town. */
import { z } from 'zod'
import { LANGUAGES } from '../../../tenants/languages.ts'
import { LICENCES, TOWN_KINDS } from '../../../tenants/schema.ts'

export const WholeTown = z
  .object({
    key: z.string(),
    name: z.string(),
    officialName: z.string().meta({ description: 'As on the letterhead' }),
    kind: z.enum(TOWN_KINDS),
    url: z.string(),
    live: z.boolean().meta({ description: 'false: a preview' }),
    member: z.boolean().meta({ description: 'false: has not joined, gets reports by mail' }),
    bounds: z.array(z.number()).length(4).meta({ description: 'minLon, minLat, maxLon, maxLat in WGS84 degrees' }),
    centre: z.object({ lat: z.number(), lon: z.number() }).meta({ description: 'Of the bounds' }),
    languages: z.array(z.enum(LANGUAGES)),
    contact: z.object({ phone: z.string().optional(), website: z.string().optional() }),
    licence: z
      .object({ key: z.enum(LICENCES), name: z.string(), url: z.string() })
      .meta({ description: 'Of the public data' }),
    districts: z.array(z.object({ key: z.string(), name: z.string() })),
  })
  .meta({ id: 'WholeTown' })

export const Districts = z
  .object({
    type: z.literal('FeatureCollection'),
    features: z.array(
      z.object({
        type: z.literal('Feature'),
        id: z.string(),
        geometry: z.object({ type: z.enum(['Polygon', 'MultiPolygon']), coordinates: z.array(z.unknown()) }),
        properties: z.object({ key: z.string(), name: z.string() }),
      }),
    ),
  })
  .meta({ id: 'Districts' })

export const Figures = z
  .object({
    open: z.int(),
    closed: z.int(),
    reliability: z
      .object({
        medianDays: z.int().meta({ description: 'From receipt to done' }),
        solvedShare: z.number().meta({ description: 'Done ÷ everything that has ended, 0 to 1' }),
        ended: z.int().meta({ description: 'What both are taken from' }),
      })
      .nullable(),
  })
  .meta({ id: 'Figures' })
