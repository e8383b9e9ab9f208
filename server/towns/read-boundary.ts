/** Reads the boundary of a town and of its districts. */
import { area } from '@turf/area'
import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon'
import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson'
import simplify from 'simplify-js'
import { Key } from '../../tenants/catalogue-schema.ts'
import type { Bounds, District } from '../../tenants/schema.ts'
import type { Problem, Say } from './problem.ts'

export type Area = Polygon | MultiPolygon
export type Boundary = {
  geometry: Area
  attribution: string
  /** Keys the official file carries: municipality key and kind of place, such as Stadt. */
  ags?: string | undefined
  designation?: string | undefined
}

/** Tolerance of the drawn outline in degrees, about 60 m: fine enough for a picture of the town. */
const OUTLINE_TOLERANCE = 0.0006

type File = { file: string; text: string; say: Say }
type Read<Value> = { ok: true; value: Value } | { ok: false; problems: Problem[] }

export function readBoundary({ file, text, say }: File): Read<Boundary> {
  const problem = (message: string) => ({ ok: false as const, problems: [{ file, message }] })
  if (!text) return problem(say.fileMissing(file))
  const feature = parse<Feature | FeatureCollection>(text)
  if (!feature) return problem(say.notJson)
  const { geometry, properties } =
    feature.type === 'FeatureCollection' ? ((feature.features[0] ?? {}) as Feature) : feature
  if (!isArea(geometry)) return problem(say.boundary.noPolygon)
  if (!hasClosedRings(geometry)) return problem(say.boundary.ring)
  if (!isInDegrees(geometry)) return problem(say.boundary.notDegrees)
  if (typeof properties?.attribution !== 'string') return problem(say.boundary.attribution)
  const { attribution } = properties
  const textOf = (value: unknown) => (typeof value === 'string' ? value : undefined)
  return {
    ok: true,
    value: { geometry, attribution, ags: textOf(properties.ags), designation: textOf(properties.designation) },
  }
}

/** `districts.geojson`: parts of the town, each with `properties.key` and `properties.name`. */
export function readDistricts({ file, text, say }: File, boundary: Area): Read<District[]> {
  const collection = parse<FeatureCollection>(text)
  if (!collection) return { ok: false, problems: [{ file, message: say.notJson }] }
  if (collection.type !== 'FeatureCollection') {
    return { ok: false, problems: [{ file, message: say.districts.noCollection }] }
  }
  const problems: Problem[] = []
  const districts: District[] = []
  for (const [index, { geometry, properties }] of collection.features.entries()) {
    const found = (message: string) => void problems.push({ file, message })
    const { key, name } = properties ?? {}
    if (!Key.safeParse(key).success) found(say.districts.noKey(index + 1))
    else if (typeof name !== 'string' || name.trim() === '') found(say.districts.noName(index + 1))
    else if (districts.some((other) => other.key === key)) found(say.districts.twice(key))
    else if (!isArea(geometry)) found(`${key}: ${say.boundary.noPolygon}`)
    else if (!hasClosedRings(geometry)) found(`${key}: ${say.boundary.ring}`)
    else if (!touches(geometry, boundary)) found(say.districts.outside(key))
    else districts.push({ key, name, area: area(geometry), geometry })
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: districts }
}

export function boundsOf(geometry: Area): Bounds {
  const bounds: Bounds = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [lon, lat] of ringsOf(geometry).flat() as [number, number][]) {
    bounds[0] = Math.min(bounds[0], lon)
    bounds[1] = Math.min(bounds[1], lat)
    bounds[2] = Math.max(bounds[2], lon)
    bounds[3] = Math.max(bounds[3], lat)
  }
  return bounds
}

/** Rings thinned for drawing, to five decimals. */
export function outlineOf(geometry: Area): [number, number][][] {
  return ringsOf(geometry)
    .map((ring) =>
      simplify(
        ring.map(([x, y]) => ({ x: x!, y: y! })),
        OUTLINE_TOLERANCE,
        true,
      ),
    )
    .filter((ring) => ring.length >= 4)
    .map((ring) => ring.map(({ x, y }) => [Number(x.toFixed(5)), Number(y.toFixed(5))]))
}

export function ringsOf(geometry: Area): Position[][] {
  return geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat()
}

function parse<Value>(text: string): Value | null {
  try {
    return JSON.parse(text) as Value
  } catch {
    return null
  }
}

const isArea = (geometry: unknown): geometry is Area => {
  const { type, coordinates } = (geometry ?? {}) as Partial<Area>
  return (type === 'Polygon' || type === 'MultiPolygon') && Array.isArray(coordinates) && coordinates.length > 0
}

function hasClosedRings(geometry: Area): boolean {
  return ringsOf(geometry).every(
    (ring) => Array.isArray(ring) && ring.length >= 4 && String(ring[0]) === String(ring.at(-1)),
  )
}

function isInDegrees(geometry: Area): boolean {
  return ringsOf(geometry)
    .flat()
    .every(([lon, lat]) => Math.abs(lon!) <= 180 && Math.abs(lat!) <= 90)
}

/** Some corner of the one lies in the other. */
export function touches(one: Area, other: Area): boolean {
  const inside = (points: Position[][], area: Area) => points.flat().some((point) => booleanPointInPolygon(point, area))
  return inside(ringsOf(one), other) || inside(ringsOf(other), one)
}
