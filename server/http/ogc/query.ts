/** Query parameters of OGC API – Features. */
import type { Context } from 'hono'
import { z } from 'zod'
import type { Bounds } from '../../../tenants/schema.ts'
import type { AppEnv } from '../app-env.ts'
import { strictQuery } from '../strict-query.ts'

/** More than this is no error: there are as many as this. */
export const MOST_ITEMS = 1_000
export const USUAL_ITEMS = 100

export const FORMATS = ['json', 'html'] as const

const wrong = (check: z.RefinementCtx) => {
  check.addIssue({ code: 'custom', message: 'field_wrong' })
  return z.NEVER
}

/** As GDAL writes them too: 8.74000000000000021 */
const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,3})?$/
const isLon = (n: number) => n >= -180 && n <= 180
const isLat = (n: number) => n >= -90 && n <= 90

/** Four numbers in CRS84, or six with heights, which nothing here has. West of 180° to east of it is allowed. */
export const Bbox = z.string().transform((text, check): Bounds => {
  const parts = text.split(',').map((part) => part.trim())
  if ((parts.length !== 4 && parts.length !== 6) || !parts.every((part) => NUMBER.test(part))) return wrong(check)
  const numbers = parts.map(Number)
  const [west, south] = numbers as [number, number]
  const [east, north] = numbers.slice(parts.length / 2) as [number, number]
  if (![west, east].every(isLon) || ![south, north].every(isLat) || south > north) return wrong(check)
  return [west, south, east, north]
})

export type Interval = { from: Date | undefined; until: Date | undefined }

const Moment = z.iso.datetime({ offset: true })
const momentIn = (text: string) => new Date(text.toUpperCase())

/** RFC 3339: an instant, `a/b`, `../b`, `/b`, `a/..` or `a/`. */
export const DateTime = z.string().transform((text, check): Interval => {
  const ends = text.split('/').map((end) => (end === '..' ? '' : end))
  const isOpenOnly = ends.every((end) => end === '')
  if (ends.length > 2 || isOpenOnly || !ends.every((end) => end === '' || Moment.safeParse(end.toUpperCase()).success))
    return wrong(check)
  const [from, until] = ends.map((end) => (end === '' ? undefined : momentIn(end)))
  if (ends.length === 1) return { from, until: from }
  return from && until && from > until ? wrong(check) : { from, until }
})

export const Limit = z
  .string()
  .regex(/^0*[1-9]\d*$/)
  .transform((digits) => Math.min(Number(digits), MOST_ITEMS))

export const Cursor = z.string().max(200)

/** Own parameters, and those of every resource. */
export const queryOf = <Shape extends z.ZodRawShape>(c: Context<AppEnv>, shape: Shape) =>
  strictQuery(c, { f: z.enum(FORMATS).optional(), ...shape })
