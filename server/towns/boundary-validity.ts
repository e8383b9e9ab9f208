/** Whether a boundary is a valid polygon (OGC Simple Features), and what it would be if it were. Pure. */
import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon'
import type { MultiPolygon, Polygon, Position } from 'geojson'

type Area = Polygon | MultiPolygon
type LonLat = [lon: number, lat: number]

/** `ring` counts over the whole geometry from 0; `at` is one place to look at, in WGS84 degrees. */
export type BoundaryFault = {
  kind:
    | 'not_degrees'
    | 'unclosed'
    | 'repeated_point'
    /** Fewer than three different points, or no area. */
    | 'degenerate_ring'
    /** The ring meets itself in a point without crossing. */
    | 'self_touch'
    | 'self_intersection'
    | 'rings_cross'
  ring: number
  at?: LonLat
}

/** Everything that is wrong, ring by ring, each kind once per ring. */
export function boundaryFaults(geometry: Area): BoundaryFault[] {
  const rings = ringsIn(geometry)
  const inRings = rings.flatMap((ring, index) => faultsOfRing(ring).map((fault) => ({ ...fault, ring: index })))
  if (inRings.some(({ kind }) => kind === 'not_degrees')) return inRings
  const meetings = meetingsOf(rings.map(cleaned))
  const found = meetings.flatMap(({ one, other, at, crosses }): BoundaryFault[] => {
    if (one.ring !== other.ring)
      return crosses ? [{ kind: 'rings_cross', ring: Math.max(one.ring, other.ring), at }] : []
    return [{ kind: crosses ? 'self_intersection' : 'self_touch', ring: one.ring, at }]
  })
  const isFirst = (fault: BoundaryFault, index: number) =>
    found.findIndex((other) => other.kind === fault.kind && other.ring === fault.ring) === index
  return [...inRings, ...found.filter(isFirst)]
}

/**
 * The same area by valid rings: closed, without repeated points and rings without area; a ring that meets itself is cut
 * there into simple ones, of which those inside another are its holes (the even-odd rule). Rings that cross each other
 * stay as they are. @returns null when no area is left
 */
export function repaired(geometry: Area): Area | null {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  const sound = polygons.flatMap(([outer = [], ...holes]) => {
    if (!outer.every(isLonLat)) return []
    const [shells, cutHoles] = [cut(outer), holes.filter((hole) => hole.every(isLonLat)).flatMap(cut)]
    return nested(shells, cutHoles)
  })
  if (sound.length === 0) return null
  return sound.length === 1 ? { type: 'Polygon', coordinates: sound[0]! } : { type: 'MultiPolygon', coordinates: sound }
}

const ringsIn = ({ type, coordinates }: Area): Position[][] => (type === 'Polygon' ? coordinates : coordinates.flat())

const isSame = (a: Position | undefined, b: Position | undefined) => a?.[0] === b?.[0] && a?.[1] === b?.[1]
const isLonLat = ([lon, lat]: Position) => Math.abs(lon ?? Number.NaN) <= 180 && Math.abs(lat ?? Number.NaN) <= 90

function faultsOfRing(ring: Position[]): Omit<BoundaryFault, 'ring'>[] {
  const wrong = ring.find((point) => !isLonLat(point))
  if (wrong) return [{ kind: 'not_degrees', at: wrong as LonLat }]
  const found: Omit<BoundaryFault, 'ring'>[] = []
  const start = ring[0] as LonLat | undefined
  if (start && !isSame(start, ring.at(-1))) found.push({ kind: 'unclosed', at: start })
  const repeated = ring.find((point, index) => index > 0 && isSame(point, ring[index - 1]))
  if (repeated) found.push({ kind: 'repeated_point', at: repeated as LonLat })
  if (!hasArea(cleaned(ring))) found.push({ kind: 'degenerate_ring', ...(start && { at: start }) })
  return found
}

/** Closed, without a point directly after itself. */
function cleaned(ring: Position[]): Position[] {
  const points = ring.filter((point, index) => index === 0 || !isSame(point, ring[index - 1]))
  return points.length > 0 && !isSame(points[0], points.at(-1)) ? [...points, points[0]!] : points
}

const hasArea = (ring: Position[]) => ring.length >= 4 && signedArea(ring) !== 0

/** Twice the area in square degrees, from the first point, so that small rings do not drown in rounding. */
function signedArea(ring: Position[]): number {
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
function meetingsOf(rings: Position[][]): Meeting[] {
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

/** Simple rings that cover the same by the even-odd rule: cut wherever the ring comes to a point a second time. */
function cut(ring: Position[]): Position[][] {
  const noded = withNodes(cleaned(ring))
  const simple: Position[][] = []
  let walked: Position[] = []
  const seen = new Map<string, number>()
  for (const point of noded) {
    const key = String(point)
    const before = seen.get(key)
    if (before !== undefined) {
      simple.push([...walked.slice(before), point])
      for (const left of walked.slice(before)) seen.delete(String(left))
      walked = walked.slice(0, before)
    }
    seen.set(key, walked.length)
    walked.push(point)
  }
  return simple.filter(hasArea)
}

/** The ring with a corner wherever it meets itself. */
function withNodes(ring: Position[]): Position[] {
  const nodes = new Map<number, Position[]>()
  const add = (segment: number, at: Position) => nodes.set(segment, [...(nodes.get(segment) ?? []), at])
  for (const { one, other, at } of meetingsOf([ring])) {
    add(one.segment, at)
    add(other.segment, at)
  }
  const from = (a: Position) => (point: Position) => Math.hypot(point[0]! - a[0]!, point[1]! - a[1]!)
  return cleaned(
    ring.flatMap((a, segment) => {
      const distance = from(a)
      return [a, ...(nodes.get(segment) ?? []).sort((p, q) => distance(p) - distance(q))]
    }),
  )
}

/** Shells that lie in an odd number of others are holes; every hole goes to the smallest shell around it. */
function nested(shells: Position[][], holes: Position[][]): Position[][][] {
  const around = (ring: Position[]) => shells.filter((other) => other !== ring && lies(ring, other))
  const outer = shells.filter((ring) => around(ring).length % 2 === 0)
  const bySize = [...outer].sort((a, b) => Math.abs(signedArea(a)) - Math.abs(signedArea(b)))
  const polygons = new Map(outer.map((ring) => [ring, [ring]]))
  for (const hole of [...shells.filter((ring) => !outer.includes(ring)), ...holes]) {
    const home = bySize.find((shell) => lies(hole, shell)) ?? outer[0]
    if (home) polygons.get(home)!.push(hole)
  }
  return [...polygons.values()]
}

/** Most corners and middles of edges decide, since some may lie on the other's edge. */
function lies(ring: Position[], other: Position[]): boolean {
  const area: Polygon = { type: 'Polygon', coordinates: [other] }
  const middles = ring.slice(1).map(([lon, lat], i) => [(lon! + ring[i]![0]!) / 2, (lat! + ring[i]![1]!) / 2])
  const points = [...ring, ...middles]
  const inside = points.filter((point) => booleanPointInPolygon(point, area, { ignoreBoundary: true })).length
  const outside = points.filter((point) => !booleanPointInPolygon(point, area)).length
  return inside > outside
}
