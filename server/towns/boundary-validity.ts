/** Whether a boundary is a valid polygon (OGC Simple Features), and what it would be if it were. Pure. */
import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon'
import type { MultiPolygon, Polygon, Position } from 'geojson'
import { cutRing } from './cut-ring.ts'
import { cleaned, hasArea, isSame, type LonLat, meetingsOf, signedArea } from './ring-geometry.ts'

type Area = Polygon | MultiPolygon

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
  // A ring without area is all one touch.
  const meetings = meetingsOf(rings.map(cleaned).map((ring) => (hasArea(ring) ? ring : [])))
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
    const cutHoles = holes.filter((hole) => hole.every(isLonLat)).flatMap(cutRing)
    return nested(
      cutRing(outer),
      cutHoles.filter((ring) => signedArea(ring) > 0),
    )
  })
  if (sound.length === 0) return null
  return sound.length === 1 ? { type: 'Polygon', coordinates: sound[0]! } : { type: 'MultiPolygon', coordinates: sound }
}

const ringsIn = ({ type, coordinates }: Area): Position[][] => (type === 'Polygon' ? coordinates : coordinates.flat())

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

/** Every hole goes to the smallest shell around it. */
function nested(rings: Position[][], holes: Position[][]): Position[][][] {
  const shells = rings.filter((ring) => signedArea(ring) > 0).sort((a, b) => signedArea(a) - signedArea(b))
  const polygons = new Map(shells.map((ring) => [ring, [ring]]))
  for (const hole of [...rings.filter((ring) => signedArea(ring) < 0), ...holes]) {
    const home = shells.find((shell) => lies(hole, shell)) ?? shells.at(-1)
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
