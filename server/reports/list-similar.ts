/** Open public reports so near that somebody may mean the same thing. */
import { z } from 'zod'
import type { Bounds } from '../../tenants/schema.ts'
import { type Ctx, inTransaction, type TxCtx } from '../context.ts'
import type { Point } from '../ports.ts'
import { type PublicReport, presentReport } from './present.ts'
import { listPublicRows } from './public-rows.ts'
import { OPEN } from './status.ts'

/** As far as one sees from where one stands. */
const NEAR_METRES = 100
const MOST = 5
/** Newest of the square around the place; more of them in so small a space are no help to anybody. */
const MOST_LOOKED_AT = 100
/** Metres of one degree of latitude. */
const DEGREE_M = 111_195

export const ListSimilar = z.object({
  lat: z.number().min(-90).max(90),
  lon: z.number().min(-180).max(180),
  category: z.string().max(63),
})

export type SimilarReport = PublicReport & { metres: number }

/** At most five within 100 m: the category's own group first, then by distance. */
export async function listSimilar(ctx: Ctx | TxCtx, input: z.infer<typeof ListSimilar>): Promise<SimilarReport[]> {
  const rows = await inTransaction(ctx, (ctx) =>
    listPublicRows(ctx, { bbox: around(input), statuses: [...OPEN] }, { limit: MOST_LOOKED_AT }),
  )
  const groupOf = (key: string) => ctx.town.categories.find((one) => one.key === key)?.group
  const group = groupOf(input.category)
  const rank = (report: SimilarReport) => (groupOf(report.category) === group ? 0 : NEAR_METRES) + report.metres
  return rows
    .map((row) => presentReport(row))
    .map((report) => ({ ...report, metres: Math.round(metresBetween(input, report)) }))
    .filter(({ metres }) => metres <= NEAR_METRES)
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, MOST)
}

const east = (lat: number) => DEGREE_M * Math.cos((lat * Math.PI) / 180)

function around({ lat, lon }: Point): Bounds {
  const [x, y] = [NEAR_METRES / east(lat), NEAR_METRES / DEGREE_M]
  return [lon - x, lat - y, lon + x, lat + y]
}

/** Within a hundred metres the earth is flat. */
function metresBetween(from: Point, to: { lat: number | null; lon: number | null }): number {
  if (to.lat === null || to.lon === null) return Number.POSITIVE_INFINITY
  return Math.hypot((to.lon - from.lon) * east(from.lat), (to.lat - from.lat) * DEGREE_M)
}
