/** Pins and clusters of public reports for a section of the map. */
import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import { reports, reportTexts } from '../../db/schema/reports.ts'
import type { Bounds } from '../../tenants/schema.ts'
import { type Ctx, inTransaction, type TxCtx } from '../context.ts'
import { filters, ListReports, publicOf } from './list-public-reports.ts'
import { type PublicReport, presentReport } from './present.ts'
import { OPEN } from './status.ts'

export const MapReports = ListReports.pick({ bbox: true, category: true, status: true, q: true }).extend({
  zoom: z.coerce.number().min(0).max(22).default(12),
})
export type MapReportsInput = z.infer<typeof MapReports>

export type Cluster = { lat: number; lon: number; count: number; open: number; bbox: Bounds }
export type MapContent = { pins: PublicReport[]; clusters: Cluster[] }

/** Screen pixels of a cell: reports closer than this are drawn as one. */
const CELL_PX = 64
/** Pixels of the whole world at zoom 0, by the tile scheme of the web. */
const WORLD_PX = 256
/** From here on every report is a pin of its own. */
const CLOSEST_ZOOM = 17
/** More cells than fit on any screen. */
const MOST_CELLS = 800
const MOST_PINS = 500

export function mapReports(ctx: Ctx | TxCtx, input: MapReportsInput): Promise<MapContent> {
  return inTransaction(ctx, async (ctx) => {
    const where = and(publicOf(ctx), isNotNull(reports.lat), ...filters(ctx, input))
    if (input.zoom >= CLOSEST_ZOOM) return { pins: await listPins(ctx, where, MOST_PINS), clusters: [] }

    const degrees = (360 * CELL_PX) / (WORLD_PX * 2 ** input.zoom)
    // A degree of latitude is drawn longer than one of longitude by 1/cos(latitude).
    const middle = (ctx.town.bounds[1] + ctx.town.bounds[3]) / 2
    const degreesLat = degrees * Math.cos((middle * Math.PI) / 180)
    const open = inArray(reports.status, [...OPEN])
    const cells = await ctx.db
      .select({
        count: sql<number>`count(*)::int`,
        open: sql<number>`(count(*) filter (where ${open}))::int`,
        lat: sql<number>`avg(${reports.lat})::float8`,
        lon: sql<number>`avg(${reports.lon})::float8`,
        minLon: sql<number>`min(${reports.lon})::float8`,
        minLat: sql<number>`min(${reports.lat})::float8`,
        maxLon: sql<number>`max(${reports.lon})::float8`,
        maxLat: sql<number>`max(${reports.lat})::float8`,
        number: sql<number>`min(${reports.number})::int`,
      })
      .from(reports)
      .where(where)
      .groupBy(sql`floor(${reports.lat} / ${degreesLat}::float8)`, sql`floor(${reports.lon} / ${degrees}::float8)`)
      .orderBy(sql`count(*) desc`)
      .limit(MOST_CELLS)
    const single = cells.filter((cell) => cell.count === 1).map((cell) => cell.number)
    const pins = single.length > 0 ? await listPins(ctx, inArray(reports.number, single), MOST_CELLS) : []
    const clusters = cells
      .filter((cell) => cell.count > 1)
      .map(({ lat, lon, count, open, minLon, minLat, maxLon, maxLat }) => {
        const bbox: Bounds = [minLon, minLat, maxLon, maxLat]
        return { lat, lon, count, open, bbox }
      })
    return { pins, clusters }
  })
}

async function listPins(ctx: TxCtx, where: ReturnType<typeof and>, limit: number): Promise<PublicReport[]> {
  const rows = await ctx.db
    .select({ report: reports, text: reportTexts })
    .from(reports)
    .leftJoin(reportTexts, and(eq(reportTexts.town, reports.town), eq(reportTexts.reportId, reports.id)))
    .where(and(publicOf(ctx), isNotNull(reports.lat), where))
    .orderBy(reports.number)
    .limit(limit)
  return rows.map(presentReport)
}
