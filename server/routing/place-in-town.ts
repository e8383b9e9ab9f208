/** Where in its town a place lies: pure geometry over districts and rectangles. */
import { area } from '@turf/area'
import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon'
import type { MultiPolygon, Polygon } from 'geojson'
import type { Bounds, District, RoutingRule, Town } from '../../tenants/schema.ts'

export type Point = { lat: number; lon: number }

export const polygonOf = ({ geometry }: District) => geometry as Polygon | MultiPolygon

/** The smallest district that holds the point. */
export function districtAt({ districts }: Pick<Town, 'districts'>, point: Point): District | null {
  const holding = districts.filter((district) => booleanPointInPolygon([point.lon, point.lat], polygonOf(district)))
  return holding.sort((a, b) => a.area - b.area)[0] ?? null
}

/** An area a rule names: its size in square metres, and whether a point lies in it. */
export type RuleArea = { district?: string; size: number; holds: (point: Point) => boolean }

/** Areas of a rule; none means the whole town. Districts the town does not have are left out: `check` names them. */
export function areasOf(rule: RoutingRule, { districts }: Pick<Town, 'districts'>): RuleArea[] {
  const named = rule.in === undefined ? [] : [rule.in].flat()
  const found = named.flatMap((key) => districts.filter((district) => district.key === key))
  const areas = found.map((district) => ({
    district: district.key,
    size: district.area,
    holds: (point: Point) => booleanPointInPolygon([point.lon, point.lat], polygonOf(district)),
  }))
  const { within } = rule
  if (!within) return areas
  return [...areas, { size: sizeOf(within), holds: (point) => isWithin(within, point) }]
}

export const hasArea = ({ in: districts, within }: RoutingRule) => districts !== undefined || within !== undefined

export function isWithin([minLon, minLat, maxLon, maxLat]: Bounds, { lat, lon }: Point): boolean {
  return lon >= minLon && lon <= maxLon && lat >= minLat && lat <= maxLat
}

export function rectangle([minLon, minLat, maxLon, maxLat]: Bounds): Polygon {
  const [a, b, c, d] = [
    [minLon, minLat],
    [maxLon, minLat],
    [maxLon, maxLat],
    [minLon, maxLat],
  ]
  return { type: 'Polygon', coordinates: [[a!, b!, c!, d!, a!]] }
}

const sizeOf = (bounds: Bounds) => area(rectangle(bounds))
