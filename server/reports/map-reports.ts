/** Pins and clusters of public reports for a section of the map. */
import { z } from 'zod'
import type { Bounds } from '../../tenants/schema.ts'
import { type Ctx, inTransaction, type RegisteredTown, type TxCtx } from '../context.ts'
import { ListReports, publicFilter } from './list-public-reports.ts'
import { type PublicReport, presentReport } from './present.ts'
import { type CellRow, type Grid, listCellRows, listPinRows } from './public-rows.ts'

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
export const CLOSEST_ZOOM = 17
/** More cells than fit on any screen. */
const MOST_CELLS = 800
export const MOST_PINS = 500

export function mapReports(ctx: Ctx | TxCtx, input: MapReportsInput): Promise<MapContent> {
  return inTransaction(ctx, async (ctx) => {
    const filter = publicFilter(input)
    if (input.zoom >= CLOSEST_ZOOM) {
      return { pins: (await listPinRows(ctx, filter, MOST_PINS)).map(presentReport), clusters: [] }
    }
    const cells = await listCellRows(ctx, filter, gridOf(ctx.town, input.zoom))

    const numbers = cells.filter((cell) => cell.count === 1).map((cell) => cell.number)
    const pins = numbers.length > 0 ? await listPinRows(ctx, { ...filter, numbers }, MOST_CELLS) : []
    const clusters = cells.filter((cell) => cell.count > 1).map(clusterOf)
    return { pins: pins.map(presentReport), clusters }
  })
}

/** Cells of about the same size on the screen at every zoom. */
export function gridOf({ bounds }: Pick<RegisteredTown, 'bounds'>, zoom: number): Grid {
  const lon = (360 * CELL_PX) / (WORLD_PX * 2 ** zoom)
  // A degree of latitude is drawn longer than one of longitude by 1/cos(latitude).
  const middle = (bounds[1] + bounds[3]) / 2
  return { lon, lat: lon * Math.cos((middle * Math.PI) / 180), most: MOST_CELLS }
}

export function clusterOf({ lat, lon, count, open, minLon, minLat, maxLon, maxLat }: CellRow): Cluster {
  return { lat, lon, count, open, bbox: [minLon, minLat, maxLon, maxLat] }
}
