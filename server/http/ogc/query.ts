/** Query parameters of OGC API – Features. */
import type { Context } from 'hono'
import { z } from 'zod'
import type { Bounds } from '../../../tenants/schema.ts'
import { invalid } from '../../errors.ts'
import type { AppEnv } from '../app-env.ts'
import { asMalformed, strictQuery } from '../strict-query.ts'
import { type Corners, CRS_URIS, CRS84, type Crs } from './crs.ts'

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
/** Two corners in the axes of whatever system: four numbers, or six with heights, which nothing here has. */
export const BoxCorners = z.string().transform((text, check): Corners => {
  const parts = text.split(',').map((part) => part.trim())
  if ((parts.length !== 4 && parts.length !== 6) || !parts.every((part) => NUMBER.test(part))) return wrong(check)
  const numbers = parts.map(Number)
  const [a, b] = numbers as [number, number]
  const [c, d] = numbers.slice(parts.length / 2) as [number, number]
  return [a, b, c, d]
})

/** In degrees of CRS84: west, south, east, north. */
export const Bbox = BoxCorners.transform((corners, check): Bounds => CRS84.bounds(corners) ?? wrong(check))

export const CrsUri = z.enum(CRS_URIS)

/** @throws malformed for a box that is nowhere on the system's map */
export function boundsOf(corners: Corners | undefined, crs: Crs): Bounds | undefined {
  if (!corners) return undefined
  return crs.bounds(corners) ?? asMalformed(invalid([{ pointer: '/bbox', reason: 'field_wrong' }]))
}

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
