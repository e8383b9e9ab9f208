/** Open reports around a place, for whoever takes one down: perhaps it is known already. */
import { z } from 'zod'
import { type Ctx, inTransaction } from '../context.ts'
import { departmentsOf, mayRoute, mayWorkIn, requireStaff } from '../people/permissions.ts'
import { listNearbyRows, type ReportRow } from './rows.ts'

export const ListNearby = z.object({
  lat: z.coerce.number().min(-90).max(90),
  lon: z.coerce.number().min(-180).max(180),
  category: z.string().max(63).optional(),
})
export type ListNearbyInput = z.infer<typeof ListNearby>

export type NearbyRow = {
  report: ReportRow
  metres: number
  /** Theirs to open; of the others a clerk of the town learns where they stand. */
  isOwn: boolean
}

const DEGREE_M = 111_320

/**
 * All departments for the town's own people, who answer for all of it on the phone; their own for those of a department
 * that another town lends.
 * @throws not_found for a clerk of another town
 */
export function listNearby(ctx: Ctx, { lat, lon, category }: ListNearbyInput): Promise<NearbyRow[]> {
  return inTransaction(ctx, async (ctx) => {
    requireStaff(ctx)
    const rows = await listNearbyRows(ctx, { lat, lon, category }, mayRoute(ctx) ? 'all' : departmentsOf(ctx))
    const east = Math.cos((lat * Math.PI) / 180)
    return rows.map((report) => ({
      report,
      metres: Math.round(Math.hypot(report.lat! - lat, (report.lon! - lon) * east) * DEGREE_M),
      isOwn: mayWorkIn(ctx, report.department),
    }))
  })
}
