/** How areas lie: places in them, and areas that share ground. Pure. */
import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon'
import type { Position } from 'geojson'
import type { Bounds } from '../../tenants/schema.ts'
import type { Point } from '../routing/place-in-town.ts'
import { type Area, boundsOf, ringsOf } from './read-boundary.ts'

/** Places looked at along each side of a bounding box. */
const SAMPLES = 24
/** Enough to see whether two areas share ground at all. */
const FEW_SAMPLES = 6
/** Metres within which two sources may draw the same border differently. */
const BORDER_TOLERANCE_M = 100
const METRES_PER_DEGREE = 111_320

/** Places of an even grid that lie inside; one corner for an area smaller than the grid's gaps. */
export function samplePoints(area: Area): Point[] {
  const inside = gridOf(boundsOf(area)).filter(([lon, lat]) => booleanPointInPolygon([lon!, lat!], area))
  const [corner] = ringsOf(area).flat()
  return (inside.length > 0 ? inside : [corner!]).map(([lon, lat]) => ({ lat: lat!, lon: lon! }))
}

function gridOf([west, south, east, north]: Bounds, samples = SAMPLES): Position[] {
  const steps = Array.from({ length: samples }, (_, i) => (i + 0.5) / samples)
  return steps.flatMap((x) => steps.map((y) => [west + x * (east - west), south + y * (north - south)]))
}

/**
 * Share of the smaller area that lies in the other, farther from its border than drawings of it differ: counted
 * on a grid, once a few places or some corner have shown that there is any. Neighbours that only touch cost little.
 */
export function overlapShare(one: Area, other: Area): number {
  const shared = commonBounds(boundsOf(one), boundsOf(other))
  if (!shared) return 0
  const isShared = (place: Position) => booleanPointInPolygon(place, one) && isDeep(place, other)
  const cornersOf = (area: Area) => ringsOf(area).flat()
  const meets =
    gridOf(shared, FEW_SAMPLES).some(isShared) ||
    cornersOf(one).some((corner) => isDeep(corner, other)) ||
    cornersOf(other).some((corner) => isDeep(corner, one))
  if (!meets) return 0
  const places = gridOf(shared)
  // At least one place: a tongue between them is deeper than drawings differ, however thin it is.
  const inBoth = Math.max(1, places.filter(isShared).length)
  return (inBoth / places.length) * (sizeOf(shared) / smallerOf(one, other))
}

function isDeep(place: Position, area: Area): boolean {
  return (
    booleanPointInPolygon(place, area, { ignoreBoundary: true }) && metresToBorder(place, area) > BORDER_TOLERANCE_M
  )
}

function commonBounds(a: Bounds, b: Bounds): Bounds | null {
  const shared: Bounds = [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])]
  return shared[0] < shared[2] && shared[1] < shared[3] ? shared : null
}

/** In square degrees: only compared with each other, at the same latitude. */
const sizeOf = ([west, south, east, north]: Bounds) => (east - west) * (north - south)

function smallerOf(one: Area, other: Area): number {
  const size = (area: Area) => {
    const rings = area.type === 'Polygon' ? [area.coordinates] : area.coordinates
    return rings.reduce((sum, [outer = [], ...holes]) => sum + shoelace(outer) - sumOf(holes.map(shoelace)), 0)
  }
  return Math.min(size(one), size(other))
}

const sumOf = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0)

function shoelace(ring: Position[]): number {
  return Math.abs(sumOf(ring.slice(1).map(([x, y], i) => ring[i]![0]! * y! - x! * ring[i]![1]!))) / 2
}

function metresToBorder([lon, lat]: Position, area: Area): number {
  const perLon = METRES_PER_DEGREE * Math.cos((lat! * Math.PI) / 180)
  let least = Number.POSITIVE_INFINITY
  for (const ring of ringsOf(area)) {
    for (let i = 1; i < ring.length; i++) {
      const a = [(ring[i - 1]![0]! - lon!) * perLon, (ring[i - 1]![1]! - lat!) * METRES_PER_DEGREE] as const
      const b = [(ring[i]![0]! - lon!) * perLon, (ring[i]![1]! - lat!) * METRES_PER_DEGREE] as const
      least = Math.min(least, fromOrigin(a, b))
    }
  }
  return least
}

/** Distance of the segment from 0,0. */
function fromOrigin([ax, ay]: readonly [number, number], [bx, by]: readonly [number, number]): number {
  const [dx, dy] = [bx - ax, by - ay]
  const length = dx * dx + dy * dy
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, -(ax * dx + ay * dy) / length))
  return Math.hypot(ax + along * dx, ay + along * dy)
}
