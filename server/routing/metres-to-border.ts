/** How far a place lies from a boundary's line. Pure; exact to a metre over the few kilometres that matter. */
import type { MultiPolygon, Polygon, Position } from 'geojson'
import type { Point } from './place-in-town.ts'

/** Metres of one degree of latitude. */
const DEGREE_M = 111_195

export function metresToBorder({ lat, lon }: Point, geometry: Polygon | MultiPolygon): number {
  // Around the place the earth is flat enough: degrees become metres east and north of it.
  const east = DEGREE_M * Math.cos((lat * Math.PI) / 180)
  const flat = ([x, y]: Position): [number, number] => [(x! - lon) * east, (y! - lat) * DEGREE_M]
  const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat()
  let nearest = Number.POSITIVE_INFINITY
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i++) {
      nearest = Math.min(nearest, fromOrigin(flat(ring[i - 1]!), flat(ring[i]!)))
    }
  }
  return nearest
}

/** Distance of the origin from the stretch between two points. */
function fromOrigin([ax, ay]: [number, number], [bx, by]: [number, number]): number {
  const [dx, dy] = [bx - ax, by - ay]
  const length = dx * dx + dy * dy
  const share = length === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / length))
  return Math.hypot(ax + share * dx, ay + share * dy)
}
