/** What is wrong with an area from a file, with the place in the file and on the map. */
import type { MultiPolygon, Polygon, Position } from 'geojson'
import { type BoundaryFault, boundaryFaults } from './boundary-validity.ts'
import type { Say } from './problem.ts'

type Area = Polygon | MultiPolygon
type Found = { path: PropertyKey[]; message: string }

/** Degrees between which Germany lies. */
const LATITUDES = [47, 56] as const
const LONGITUDES = [5, 16] as const

export function areaFaults(geometry: unknown, say: Say): Found[] {
  if (!isArea(geometry)) return [{ path: [], message: say.boundary.noPolygon }]
  if (!hasRingsOfPoints(geometry)) return [{ path: ['coordinates'], message: say.boundary.ring }]
  if (isSwapped(geometry)) return [{ path: ['coordinates'], message: say.boundary.swapped }]
  const faults = boundaryFaults(geometry)
  const degrees = faults.find(({ kind }) => kind === 'not_degrees')
  if (degrees) return [{ path: pathOf(geometry, degrees.ring), message: say.boundary.notDegrees }]
  // One sentence for each line: what follows from the first fault would only confuse.
  const rings = [...new Set(faults.map(({ ring }) => ring))]
  return rings.flatMap((ring) => {
    const kinds = faults.filter((fault) => fault.ring === ring)
    const worst = WORST_FIRST.map((kind) => kinds.find((fault) => fault.kind === kind)).find(Boolean)
    return worst ? [{ path: pathOf(geometry, ring), message: faultInWords(worst, say) }] : []
  })
}

/** A point that is there twice in a row harms nobody. */
const WORST_FIRST = ['unclosed', 'self_intersection', 'rings_cross', 'self_touch', 'degenerate_ring'] as const

function faultInWords({ kind, at = [0, 0] }: BoundaryFault, { boundary }: Say): string {
  const place = `${at[1].toFixed(5)}, ${at[0].toFixed(5)}`
  if (kind === 'self_intersection') return boundary.crosses(place)
  if (kind === 'self_touch') return boundary.touches(place)
  if (kind === 'rings_cross') return boundary.ringsCross(place)
  return kind === 'degenerate_ring' ? boundary.noArea : boundary.ring
}

function isArea(geometry: unknown): geometry is Area {
  const { type, coordinates } = (geometry ?? {}) as Partial<Area>
  return (type === 'Polygon' || type === 'MultiPolygon') && Array.isArray(coordinates) && coordinates.length > 0
}

function hasRingsOfPoints({ type, coordinates }: Area): boolean {
  const polygons = (type === 'Polygon' ? [coordinates] : coordinates) as unknown[]
  const isPoint = (point: unknown) => Array.isArray(point) && point.length >= 2 && point.every(Number.isFinite)
  const isRing = (ring: unknown) => Array.isArray(ring) && ring.length >= 4 && ring.every(isPoint)
  return polygons.every((polygon) => Array.isArray(polygon) && polygon.length > 0 && polygon.every(isRing))
}

/** Latitude first, as people say it and as GeoJSON (RFC 7946) does not. */
function isSwapped(geometry: Area): boolean {
  const isWithin = (value: number, [least, most]: readonly [number, number]) => value >= least && value <= most
  const points = (geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat()).flat() as Position[]
  return points.every(([x, y]) => isWithin(x!, LATITUDES) && isWithin(y!, LONGITUDES))
}

/** Where in the geometry a ring stands that is counted over all of it. */
function pathOf({ type, coordinates }: Area, ring: number): PropertyKey[] {
  if (type === 'Polygon') return ['coordinates', ring]
  let before = 0
  for (const [index, polygon] of coordinates.entries()) {
    if (ring < before + polygon.length) return ['coordinates', index, ring - before]
    before += polygon.length
  }
  return ['coordinates']
}
