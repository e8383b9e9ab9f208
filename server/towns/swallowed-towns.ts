/** Municipalities that a newer file of boundaries no longer has, because others have their land now. Pure. */
import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon'
import Flatbush from 'flatbush'
import type { Position } from 'geojson'
import type { OfficialArea } from './official-area.ts'
import { type Area, boundsOf, ringsOf } from './read-boundary.ts'

/** Where the land is looked at, as shares of its height. */
const HEIGHTS = [0.25, 0.5, 0.75]

/** @returns keys of the towns most of whose land is in the file, under other municipality keys */
export function swallowedTowns(missing: readonly { key: string; geometry: Area }[], areas: readonly OfficialArea[]) {
  if (missing.length === 0 || areas.length === 0) return []
  const boxes = new Flatbush(areas.length)
  for (const { geometry } of areas) boxes.add(...boundsOf(geometry))
  boxes.finish()
  const isCovered = ([lon, lat]: Position) =>
    boxes.search(lon!, lat!, lon!, lat!).some((i) => booleanPointInPolygon([lon!, lat!], areas[i]!.geometry))
  return missing
    .filter(({ geometry }) => {
      const points = HEIGHTS.flatMap((height) => pointInside(geometry, height))
      return points.filter(isCovered).length > points.length / 2
    })
    .map(({ key }) => key)
}

/**
 * In the middle of the widest piece of land at this height; corners would lie on the border with a neighbour.
 * @returns none where there is only water between islands
 */
function pointInside(geometry: Area, height: number): Position[] {
  const [, south, , north] = boundsOf(geometry)
  const lat = south + (north - south) * height
  const crossings = ringsOf(geometry)
    .flatMap((ring) => ring.slice(1).map((b, i) => [ring[i]!, b] as const))
    .filter(([a, b]) => a[1]! > lat !== b[1]! > lat)
    .map(([a, b]) => a[0]! + ((lat - a[1]!) / (b[1]! - a[1]!)) * (b[0]! - a[0]!))
    .sort((a, b) => a - b)
  const pieces = crossings.flatMap((west, i) => (i % 2 === 0 ? [[west, crossings[i + 1]!] as const] : []))
  const [widest] = pieces.sort((a, b) => b[1] - b[0] - (a[1] - a[0]))
  return widest ? [[(widest[0] + widest[1]) / 2, lat]] : []
}
