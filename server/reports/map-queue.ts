/** Pins and clusters of exactly what a clerk's filter lists, also of what is never public. */
import { z } from 'zod'
import { type Ctx, inTransaction } from '../context.ts'
import { QueueFilter, scopeOf, wantedOf } from './list-queue.ts'
import { CLOSEST_ZOOM, type Cluster, clusterOf, gridOf, MOST_PINS } from './map-reports.ts'
import type { ReportWithText } from './public-rows.ts'
import { listQueueCellRows, listQueuePinRows } from './queue-rows.ts'

export const MapQueue = QueueFilter.extend({ zoom: z.coerce.number().min(0).max(22).default(12).catch(12) })

/** @throws not_found for a clerk of another town */
export function mapQueue(
  ctx: Ctx,
  input: z.infer<typeof MapQueue>,
): Promise<{ pins: ReportWithText[]; clusters: Cluster[] }> {
  return inTransaction(ctx, async (ctx) => {
    const scope = scopeOf(ctx, input)
    const wanted = wantedOf(input)
    if (input.zoom >= CLOSEST_ZOOM) {
      return { pins: await listQueuePinRows(ctx, scope, { ...wanted, limit: MOST_PINS }), clusters: [] }
    }
    const cells = await listQueueCellRows(ctx, scope, { ...wanted, grid: gridOf(ctx.town, input.zoom) })
    const numbers = cells.filter((cell) => cell.count === 1).map((cell) => cell.number)
    const pins =
      numbers.length > 0 ? await listQueuePinRows(ctx, scope, { ...wanted, numbers, limit: numbers.length }) : []
    return { pins, clusters: cells.filter((cell) => cell.count > 1).map(clusterOf) }
  })
}
