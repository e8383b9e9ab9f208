/** {base}/orte: addresses of the town by words or around a place, for whoever is filling in a form. */
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { invalid } from '../../errors.ts'
import { addressesNear, type FoundAddress, findAddresses, type NearAddress } from '../../places/find-addresses.ts'
import { plainText } from '../../plain-text.ts'
import { problem } from '../api/problem.ts'
import type { AppEnv } from '../app-env.ts'
import { fieldErrorsOf } from '../field-errors.ts'
import { limitSearches } from '../limits.ts'

/** As many as are read at a glance. */
const MOST = 7
const degrees = (most: number) =>
  z.preprocess((text) => (text === '' ? undefined : Number(text)), z.number().min(-most).max(most))

const ByWords = z.object({
  q: plainText().trim().min(2).max(100),
  /** `1`: somebody is still typing. */
  tippt: z.literal('1').optional(),
})
const ByPlace = z.object({ lat: degrees(90), lon: degrees(180) })

export const places = new Hono<AppEnv>()
  .onError(problem)
  .use(limitSearches)
  .get('/', async (c) => {
    const { items, isIncomplete } = await find(c)
    // What somebody looks for is nobody else's business.
    c.header('Cache-Control', 'private, max-age=60')
    return c.json({ items: items.map(inShort), incomplete: isIncomplete })
  })

function find(c: Context<AppEnv>) {
  const { ctx, deps } = c.var
  const { lat, lon, ...words } = c.req.query()
  if (lat !== undefined || lon !== undefined) {
    return addressesNear(ctx, deps.geocoder, { point: read(ByPlace, { lat, lon }), most: MOST })
  }
  const { q, tippt } = read(ByWords, words)
  return findAddresses(ctx, deps.geocoder, { words: q, most: MOST, isTyping: tippt === '1' })
}

function read<Schema extends z.ZodType>(schema: Schema, values: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(values)
  if (!parsed.success) throw invalid(fieldErrorsOf(parsed.error.issues))
  return parsed.data
}

function inShort(one: FoundAddress | NearAddress) {
  const { label, lat, lon, postcode, isOutside, isRough } = one
  return {
    label,
    lat,
    lon,
    postcode,
    outside: isOutside,
    rough: isRough,
    metres: 'metres' in one ? one.metres : undefined,
  }
}
