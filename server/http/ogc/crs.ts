/** OGC API – Features, Part 2 (OGC 18-058r1): the coordinate reference systems that are spoken, by their addresses. */
import type { Bounds } from '../../../tenants/schema.ts'
import type { Feature } from './collection.ts'
import { fromUtm, toUtm } from './utm.ts'

type Pair = [number, number]
/** Two opposite corners, in the order of a system's axes. */
export type Corners = [number, number, number, number]

export type Crs = {
  uri: string
  /** As people and GDAL say it. */
  name: string
  /** From longitude and latitude, in the order of its axes. */
  point: (lonLat: Readonly<Pair>) => Pair
  /** West, south, east, north in degrees of all that is inside; null where that is nowhere on its map. */
  bounds: (corners: Readonly<Corners>) => Bounds | null
  /** What GeoJSON's readers must be told, since they take all else for degrees. */
  urn?: string
}

const EPSG = 'http://www.opengis.net/def/crs/EPSG/0'

const isLon = (n: number) => n >= -180 && n <= 180
const isLat = (n: number) => n >= -90 && n <= 90

/** West of 180° to east of it is allowed. */
function box([west, south, east, north]: Readonly<Corners>): Bounds | null {
  const isBox = [west, east].every(isLon) && [south, north].every(isLat) && south <= north
  return isBox ? [west, south, east, north] : null
}

export const CRS84: Crs = {
  uri: 'http://www.opengis.net/def/crs/OGC/1.3/CRS84',
  name: 'CRS84',
  point: ([lon, lat]) => [lon, lat],
  bounds: box,
}

const latitudeFirst: Crs = {
  uri: `${EPSG}/4326`,
  name: 'EPSG:4326',
  point: ([lon, lat]) => [lat, lon],
  bounds: ([south, west, north, east]) => box([west, south, east, north]),
}

/** Half the width of what is drawn in a zone here, and how far north: beyond, its map says little. */
const WIDEST = 3_000_000
const NORTHERNMOST = 9_300_000
const MIDDLE = 500_000
const MILLIMETRES = 1_000

const utm = (zone: number, code: string): Crs => ({
  uri: `${EPSG}/${code}`,
  name: `EPSG:${code}`,
  urn: `urn:ogc:def:crs:EPSG::${code}`,
  point: (lonLat) => toUtm(zone, lonLat).map((metres) => Math.round(metres * MILLIMETRES) / MILLIMETRES) as Pair,
  bounds([west, south, east, north]) {
    const isWide = [west, east].some((easting) => Math.abs(easting - MIDDLE) > WIDEST)
    if (isWide || south < 0 || north > NORTHERNMOST || west > east || south > north) return null
    // A parallel bends away from the middle and a meridian towards it, so the outermost are corners, or in the middle.
    const eastings = west < MIDDLE && east > MIDDLE ? [west, MIDDLE, east] : [west, east]
    const edge = eastings.flatMap((easting) => [south, north].map((northing) => fromUtm(zone, [easting, northing])))
    const [lons, lats] = [edge.map(([lon]) => lon), edge.map(([, lat]) => lat)]
    return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)]
  },
})

/** The first is the one that is kept, and meant where nothing is said. */
export const SYSTEMS: readonly Crs[] = [CRS84, latitudeFirst, utm(32, '25832'), utm(33, '25833')]
export const CRS_URIS = SYSTEMS.map(({ uri }) => uri)

/** CRS84 unless told otherwise. */
export const systemOf = (uri: string | undefined): Crs => SYSTEMS.find((one) => one.uri === uri) ?? CRS84

/** RFC 7946 knows degrees only; readers of the GeoJSON before it, GDAL among them, understand this. */
export const namedIn = ({ urn }: Crs) => (urn ? { crs: { type: 'name', properties: { name: urn } } } : {})

/** The same feature with the coordinates of another system. */
export function inSystem(crs: Crs, feature: Feature): Feature {
  const { geometry } = feature
  if (crs === CRS84 || !geometry) return feature
  return { ...feature, geometry: { ...geometry, coordinates: moved(crs, geometry.coordinates) as unknown[] } }
}

function moved(crs: Crs, coordinates: unknown): unknown {
  if (!Array.isArray(coordinates)) return coordinates
  return typeof coordinates[0] === 'number'
    ? crs.point(coordinates as Pair)
    : coordinates.map((inner) => moved(crs, inner))
}
