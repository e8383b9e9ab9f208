/** GET /api/v1/towns/{town}/map: pins and clusters as GeoJSON. */
import { Hono } from 'hono'
import { z } from 'zod'
import { MapReports, mapReports } from '../../reports/map-reports.ts'
import type { AppEnv } from '../app-env.ts'
import { mapFeatures } from '../map-features.ts'
import { mayBeKept } from '../middleware/may-be-kept.ts'
import { valid } from '../validator.ts'
import { describe, geoJson, UNCHANGED } from './describe.ts'

const FeatureCollection = z
  .object({
    type: z.literal('FeatureCollection'),
    features: z.array(
      z.object({
        type: z.literal('Feature'),
        geometry: z.object({ type: z.literal('Point'), coordinates: z.tuple([z.number(), z.number()]) }),
        properties: z.record(z.string(), z.unknown()).meta({ description: '`kind` is `pin` or `cluster`' }),
      }),
    ),
  })
  .meta({ id: 'ReportMap' })

export const map = new Hono<AppEnv>().get(
  '/',
  describe({
    operationId: 'getMap',
    tag: 'reports',
    summary: 'Pins and clusters of a section of the map',
    answers: { 200: geoJson('GeoJSON', FeatureCollection), ...UNCHANGED },
    refuses: [404, 422],
  }),
  mayBeKept,
  valid('query', MapReports),
  async (c) => {
    const content = await mapReports(c.var.ctx, c.req.valid('query') as z.infer<typeof MapReports>)
    const { language, base, town } = c.var
    return c.body(
      JSON.stringify({ type: 'FeatureCollection', features: mapFeatures(content, { language, base, town }) }),
      200,
      {
        'Content-Type': 'application/geo+json; charset=utf-8',
      },
    )
  },
)
