/** Reads the boundary of a town and of its districts. */
import { area } from '@turf/area'
import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon'
import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson'
import simplify from 'simplify-js'
import { Key } from '../../tenants/catalogue-schema.ts'
import { Ags, type Bounds, type District } from '../../tenants/schema.ts'
import { rectangle } from '../routing/place-in-town.ts'
import { areaFaults } from './area-faults.ts'
import { jsonFault, jsonPlace } from './json-places.ts'
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
type Path = readonly PropertyKey[]

/** Stands in for a boundary that cannot be read, so that the rest of the folder is checked all the same. */
export const ANYWHERE: Boundary = {
  geometry: rectangle([-180, -90, 180, 90]),
  attribution: '',
}

export function readBoundary({ file, text, say }: File): Read<Boundary> {
  const problems: Problem[] = []
  const found = (path: Path, message: string) => void problems.push({ file, ...jsonPlace(text, path), message })
  if (!text) return { ok: false, problems: [{ file, message: say.fileMissing(file) }] }
  const read = parse<Feature | FeatureCollection>(text)
  if (!read) return { ok: false, problems: [{ file, ...jsonFault(text), message: say.notJson }] }
  const isCollection = read.type === 'FeatureCollection' && Array.isArray(read.features)
  if (isCollection && read.features.length > 1) found(['features', 1], say.boundary.several(read.features.length))
  const { geometry, properties } = ((isCollection ? read.features[0] : read) ?? {}) as Feature
  const start = isCollection ? ['features', 0] : []
  for (const { path, message } of areaFaults(geometry, say)) found([...start, 'geometry', ...path], message)
  const attribution: unknown = properties?.attribution
  if (typeof attribution !== 'string' || attribution.trim() === '')
    found([...start, 'properties', 'attribution'], say.boundary.attribution)
  const ags: unknown = properties?.ags ?? undefined
  if (ags !== undefined && !Ags.safeParse(ags).success) found([...start, 'properties', 'ags'], say.boundary.ags)
  if (problems.length > 0) return { ok: false, problems }
  const textOf = (value: unknown) => (typeof value === 'string' ? value : undefined)
  return {
    ok: true,
    value: {
      geometry: geometry as Area,
      attribution: attribution as string,
      ags: textOf(ags),
      designation: textOf(properties?.designation),
    },
  }
}

/** `districts.geojson`: parts of the town, each with `properties.key` and `properties.name`. */
export function readDistricts({ file, text, say }: File, boundary: Area): Read<District[]> {
  const collection = parse<FeatureCollection>(text)
  if (!collection) return { ok: false, problems: [{ file, ...jsonFault(text), message: say.notJson }] }
  if (collection.type !== 'FeatureCollection' || !Array.isArray(collection.features)) {
    return { ok: false, problems: [{ file, line: 1, column: 1, message: say.districts.noCollection }] }
  }
  const problems: Problem[] = []
  const districts: District[] = []
  for (const [index, feature] of collection.features.entries()) {
    const { geometry, properties } = (feature ?? {}) as Feature
    const { key, name } = properties ?? {}
    const before = problems.length
    const found = (path: Path, message: string) => {
      const which = `${say.districts.area(index + 1)}${typeof name === 'string' ? ` (${name})` : ''}`
      problems.push({ file, ...jsonPlace(text, ['features', index, ...path]), message: say.wrong(which, message) })
    }
    if (!Key.safeParse(key).success) found(['properties', 'key'], say.districts.noKey)
    else if (districts.some((other) => other.key === key)) found(['properties', 'key'], say.districts.twice(key))
    if (typeof name !== 'string' || name.trim() === '') found(['properties', 'name'], say.districts.noName)
    const faults = areaFaults(geometry, say)
    for (const { path, message } of faults) found(['geometry', ...path], message)
    if (faults.length > 0) continue
    const shape = geometry as Area
    if (!touches(shape, boundary)) found(['geometry'], say.districts.outside)
    if (problems.length === before) districts.push({ key, name, area: area(shape), geometry: shape })
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
    return JSON.parse(text.replace(/^\uFEFF/, '')) as Value
  } catch {
    return null
  }
}

/** Some corner of the one lies in the other, or their edges cross. */
export function touches(one: Area, other: Area): boolean {
  const inside = (points: Position[][], area: Area) => points.flat().some((point) => booleanPointInPolygon(point, area))
  return inside(ringsOf(one), other) || inside(ringsOf(other), one) || edgesCross(one, other)
}

function edgesCross(one: Area, other: Area): boolean {
  const edges = (shape: Area) => ringsOf(shape).flatMap((ring) => ring.slice(1).map((to, i) => [ring[i]!, to] as const))
  const others = edges(other)
  return edges(one).some(([a, b]) =>
    others.some(([c, d]) => isLeft(a, b, c) !== isLeft(a, b, d) && isLeft(c, d, a) !== isLeft(c, d, b)),
  )
}

const isLeft = ([ax, ay]: Position, [bx, by]: Position, [x, y]: Position) =>
  (bx! - ax!) * (y! - ay!) - (by! - ay!) * (x! - ax!) > 0
