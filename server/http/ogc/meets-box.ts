/** Whether an area and a box touch. */
import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon'
import type { MultiPolygon, Polygon, Position } from 'geojson'
import type { Bounds } from '../../../tenants/schema.ts'

/** @param box [west, south, east, north]; with west east of east it goes around the date line */
export function meetsBox(area: Polygon | MultiPolygon, box: Bounds): boolean {
  const [west, south, east, north] = box
  if (west > east) return meetsBox(area, [west, south, 180, north]) || meetsBox(area, [-180, south, east, north])
  const polygons = area.type === 'Polygon' ? [area.coordinates] : area.coordinates
  const edges = polygons.flat().flatMap((ring) => ring.slice(1).map((end, i) => [ring[i]!, end] as const))
  // Otherwise no edge is near: the box is outside, or all of it inside.
  return edges.some((edge) => crosses(edge, box)) || booleanPointInPolygon([west, south], area)
}

/** Liang and Barsky: what is left of the line when it is cut at each side. */
function crosses([from, to]: readonly [Position, Position], [west, south, east, north]: Bounds): boolean {
  const [x, y] = from as [number, number]
  const [dx, dy] = [to[0]! - x, to[1]! - y]
  const sides = [
    [-dx, x - west],
    [dx, east - x],
    [-dy, y - south],
    [dy, north - y],
  ] as const
  let [enters, leaves] = [0, 1]
  for (const [towards, distance] of sides) {
    if (towards === 0 && distance < 0) return false
    if (towards < 0) enters = Math.max(enters, distance / towards)
    if (towards > 0) leaves = Math.min(leaves, distance / towards)
  }
  return enters <= leaves
}
