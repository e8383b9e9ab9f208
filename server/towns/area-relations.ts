/** How areas lie: places in them, borders that cross themselves, areas that share ground. Pure. */
import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon'
import type { Position } from 'geojson'
import type { Bounds } from '../../tenants/schema.ts'
import type { Point } from '../routing/place-in-town.ts'
import { type Area, boundsOf, ringsOf } from './read-boundary.ts'

/** Places looked at along each side of a bounding box. */
const SAMPLES = 24
/** Metres within which two sources may draw the same border differently. */
const BORDER_TOLERANCE_M = 100
const METRES_PER_DEGREE = 111_320

/** Places of an even grid that lie inside; one corner for an area smaller than the grid's gaps. */
export function samplePoints(area: Area): Point[] {
  const inside = gridOf(boundsOf(area)).filter(([lon, lat]) => booleanPointInPolygon([lon!, lat!], area))
  const [corner] = ringsOf(area).flat()
  return (inside.length > 0 ? inside : [corner!]).map(([lon, lat]) => ({ lat: lat!, lon: lon! }))
}

function gridOf([west, south, east, north]: Bounds): Position[] {
  const steps = Array.from({ length: SAMPLES }, (_, i) => (i + 0.5) / SAMPLES)
  return steps.flatMap((x) => steps.map((y) => [west + x * (east - west), south + y * (north - south)]))
}

/**
 * Share of the smaller area that lies in the other, farther from its border than drawings of it differ: counted
 * on a coarse grid, and by corners for what slips between its places.
 */
export function overlapShare(one: Area, other: Area): number {
  const shared = commonBounds(boundsOf(one), boundsOf(other))
  if (!shared) return 0
  const grid = gridOf(shared)
  const isDeep = (place: Position, area: Area) =>
    booleanPointInPolygon(place, area, { ignoreBoundary: true }) && metresToBorder(place, area) > BORDER_TOLERANCE_M
  const inBoth = grid.filter((place) => booleanPointInPolygon(place, one) && isDeep(place, other))
  if (inBoth.length > 0) return (inBoth.length / grid.length) * (sizeOf(shared) / smallerOf(one, other))
  const isTongue = ringsOf(one)
    .flat()
    .some((corner) => isDeep(corner, other))
  // A thin tongue between the places of the grid: too small to be counted, too deep to be a difference of drawing.
  return isTongue ? sizeOf(shared) / grid.length / smallerOf(one, other) : 0
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

/** Where a ring crosses itself, or null. Segments are swept from west to east, so that only close ones meet. */
export function selfCrossing(area: Area): Point | null {
  for (const ring of ringsOf(area)) {
    const segments = ring
      .slice(1)
      .map((to, i) => ({
        i,
        from: ring[i]!,
        to,
        west: Math.min(ring[i]![0]!, to[0]!),
        east: Math.max(ring[i]![0]!, to[0]!),
      }))
      .sort((a, b) => a.west - b.west)
    for (const [place, segment] of segments.entries()) {
      for (let next = place + 1; next < segments.length && segments[next]!.west <= segment.east; next++) {
        const other = segments[next]!
        if (crosses(segment.from, segment.to, other.from, other.to))
          return { lon: segment.from[0]!, lat: segment.from[1]! }
      }
    }
  }
  return null
}

/** A true crossing; segments that only touch in a corner are neighbours of a ring. */
function crosses(a: Position, b: Position, c: Position, d: Position): boolean {
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0
}

const side = ([ax, ay]: Position, [bx, by]: Position, [px, py]: Position) =>
  Math.sign((bx! - ax!) * (py! - ay!) - (by! - ay!) * (px! - ax!))
