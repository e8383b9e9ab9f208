/** Places just beyond a border, found on the boundaries themselves. */
import { readFileSync } from 'node:fs'
import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon'
import type { Feature, Polygon } from 'geojson'
import { metresToBorder } from '../../server/routing/metres-to-border.ts'

const boundary = (town: string) =>
  JSON.parse(readFileSync(`tenants/${town}/boundary.geojson`, 'utf8')) as Feature<Polygon>

/** A place in `other` between `least` and `most` metres from the border of `town`. */
export function placeBeyond(town: string, other: string, [least, most]: [number, number]) {
  const [own, theirs] = [boundary(town).geometry, boundary(other).geometry]
  for (const [lon, lat] of own.coordinates[0] as [number, number][]) {
    for (const [east, north] of [
      [1, 0],
      [-1, 0],
      [0, 1],
      [0, -1],
    ] as const) {
      const step = ((least + most) / 2 / 111_195) * 1.2
      const point = { lat: lat + north * step, lon: lon + (east * step) / Math.cos((lat * Math.PI) / 180) }
      const metres = metresToBorder(point, own)
      if (metres < least || metres > most || !booleanPointInPolygon([point.lon, point.lat], theirs)) continue
      if (!booleanPointInPolygon([point.lon, point.lat], own)) return point
    }
  }
  throw new Error(`no place of ${other} lies ${least} to ${most} metres from ${town}`)
}
