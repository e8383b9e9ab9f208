/** GET /api/v1/towns: who takes part, by name or by place. */
import { Hono } from 'hono'
import { z } from 'zod'
import { plainText } from '../../plain-text.ts'
import type { AppEnv } from '../app-env.ts'
import { valid } from '../validator.ts'
import { describe, json, UNCHANGED } from './describe.ts'
import { TownPage, townItem } from './shapes.ts'

const MOST_TOWNS = 100
const MOST_NEAR = 8

const Near = z
  .string()
  .transform((text, check) => {
    const [lat, lon, ...rest] = text.split(',').map(Number)
    const parsed = z.tuple([z.number().min(-90).max(90), z.number().min(-180).max(180)]).safeParse([lat, lon])
    if (parsed.success && rest.length === 0) return { lat: parsed.data[0], lon: parsed.data[1] }
    check.addIssue({ code: 'custom', message: 'place_wrong' })
    return z.NEVER
  })
  .meta({ description: 'lat,lon in WGS84 degrees: municipalities by distance, the responsible one first' })

const ListTowns = z.object({ q: plainText().trim().max(100).optional(), near: Near.optional() })

export const towns = new Hono<AppEnv>().get(
  '/',
  describe({
    operationId: 'listTowns',
    tag: 'towns',
    summary: 'Towns on the platform, by name or by place',
    answers: { 200: json('Towns', TownPage), ...UNCHANGED },
    refuses: [422],
  }),
  valid('query', ListTowns),
  async (c) => {
    const { registry, publicUrl } = c.var.deps
    const { q, near } = c.req.valid('query') as z.infer<typeof ListTowns>
    const rows = near ? await registry.near(near, MOST_NEAR) : await registry.list({ q, limit: MOST_TOWNS })
    return c.json({ items: rows.map((row) => townItem(publicUrl, row)), next: null })
  },
)
