/** Rings of [lon, lat]: their area, and where they meet each other or themselves. Pure. */
import type { Position } from 'geojson'

export type LonLat = [lon: number, lat: number]

export const isSame = (a: Position | undefined, b: Position | undefined) => a?.[0] === b?.[0] && a?.[1] === b?.[1]

/** Closed, without a point directly after itself. */
export function cleaned(ring: Position[]): Position[] {
  const points = ring.filter((point, index) => index === 0 || !isSame(point, ring[index - 1]))
  return points.length > 0 && !isSame(points[0], points.at(-1)) ? [...points, points[0]!] : points
}

/** Not all on one line. */
export function hasArea(ring: Position[]): boolean {
  const start = ring[0]!
  return ring.length >= 4 && ring.some((point, i) => i > 0 && turn(start, ring[i - 1]!, point) !== 0)
}

/** Twice the area in square degrees, from the first point, so that small rings do not drown in rounding. */
export function signedArea(ring: Position[]): number {
  const start = ring[0]!
  let sum = 0
  for (let i = 1; i < ring.length - 1; i++) sum += turn(start, ring[i]!, ring[i + 1]!)
  return sum
}

/** Positive when a → b → c turns left. */
const turn = (a: Position, b: Position, c: Position) =>
  (b[0]! - a[0]!) * (c[1]! - a[1]!) - (b[1]! - a[1]!) * (c[0]! - a[0]!)

type Place = { ring: number; segment: number }
type Meeting = { one: Place; other: Place; at: LonLat; crosses: boolean }
type Segment = Place & { a: Position; b: Position; west: number; east: number; south: number; north: number }

/** Where segments meet that do not follow each other. Sorted by west, each is held only against those it overlaps. */
export function meetingsOf(rings: Position[][]): Meeting[] {
  const segments = rings.flatMap(segmentsOf).sort((one, other) => one.west - other.west)
  const found: Meeting[] = []
  for (const [index, one] of segments.entries()) {
    for (let next = index + 1; next < segments.length && segments[next]!.west <= one.east; next++) {
      const other = segments[next]!
      if (other.south > one.north || other.north < one.south) continue
      const joint = jointOf(one, other, rings)
      for (const { at, crosses } of meet(one, other)) {
        if (!joint || !isSame(joint, at)) found.push({ one, other, at, crosses })
      }
    }
  }
  return found
}

function segmentsOf(ring: Position[], index: number): Segment[] {
  return ring.slice(1).map((b, segment) => {
    const a = ring[segment]!
    const [west, east] = a[0]! < b[0]! ? [a[0]!, b[0]!] : [b[0]!, a[0]!]
    const [south, north] = a[1]! < b[1]! ? [a[1]!, b[1]!] : [b[1]!, a[1]!]
    return { ring: index, segment, a, b, west, east, south, north }
  })
}

/** The point in which two segments of a ring follow each other. */
function jointOf(one: Segment, other: Segment, rings: Position[][]): Position | null {
  if (one.ring !== other.ring) return null
  const count = rings[one.ring]!.length - 1
  if ((one.segment + 1) % count === other.segment) return one.b
  return (other.segment + 1) % count === one.segment ? other.b : null
}

function meet({ a, b }: Segment, { a: c, b: d }: Segment): { at: LonLat; crosses: boolean }[] {
  const [ofC, ofD, ofA, ofB] = [turn(a, b, c), turn(a, b, d), turn(c, d, a), turn(c, d, b)]
  if (ofC * ofD < 0 && ofA * ofB < 0) {
    const share = ofA / (ofA - ofB)
    return [{ at: [a[0]! + share * (b[0]! - a[0]!), a[1]! + share * (b[1]! - a[1]!)], crosses: true }]
  }
  const on: Position[] = []
  if (ofC === 0 && isBetween(c, a, b)) on.push(c)
  if (ofD === 0 && isBetween(d, a, b)) on.push(d)
  if (ofA === 0 && isBetween(a, c, d)) on.push(a)
  if (ofB === 0 && isBetween(b, c, d)) on.push(b)
  return on
    .filter((point, index) => on.findIndex((other) => isSame(other, point)) === index)
    .map((at) => ({ at: [at[0]!, at[1]!], crosses: false }))
}

function isBetween(point: Position, a: Position, b: Position): boolean {
  return [0, 1].every((i) => (point[i]! - a[i]!) * (point[i]! - b[i]!) <= 0)
}
