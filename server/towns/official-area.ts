/** Finds a municipality or county in a file of official boundaries, as the BKG publishes them (VG25, VG250, VG5000). */
import type { Feature, FeatureCollection, Position } from 'geojson'
import type { Area } from './read-boundary.ts'

export type OfficialArea = {
  ags: string
  name: string
  /** Kind of place as the file says it: Stadt, Gemeinde, Kreis. */
  designation?: string | undefined
  geometry: Area
  attribution?: string | undefined
}

/** VG250's "Geofaktor": from 3 on it is land, below it is sea or lake. */
const LAND_FROM = 3
/** A tenth of a metre. */
const DECIMALS = 6

/** @returns null when the text is no collection of features; an area may be split over several of them */
export function readOfficialFile(text: string): FeatureCollection | null {
  try {
    const collection = JSON.parse(text) as FeatureCollection
    return Array.isArray(collection.features) ? collection : null
  } catch {
    return null
  }
}

export function findOfficialArea(collection: FeatureCollection, ags: string): OfficialArea | null {
  const parts = collection.features.filter((feature) => isArea(feature) && textOf(feature, 'ags') === ags)
  const land = parts.filter((feature) => Number(propertyOf(feature, 'gf') ?? LAND_FROM) >= LAND_FROM)
  const kept = land.length > 0 ? land : parts
  const [first] = kept
  if (!first) return null
  const polygons = kept.flatMap(polygonsOf)
  return {
    ags,
    name: textOf(first, 'gen') ?? ags,
    designation: textOf(first, 'bez'),
    geometry: polygons.length === 1 ? { type: 'Polygon', coordinates: polygons[0]! } : multi(polygons),
    attribution: attributionOf(collection),
  }
}

const multi = (coordinates: Position[][][]): Area => ({ type: 'MultiPolygon', coordinates })

const isArea = ({ geometry }: Feature) => geometry?.type === 'Polygon' || geometry?.type === 'MultiPolygon'

function polygonsOf({ geometry }: Feature): Position[][][] {
  const { type, coordinates } = geometry as Area
  const polygons = type === 'Polygon' ? [coordinates] : coordinates
  return polygons.map((rings) => rings.map((ring) => ring.map(([lon, lat]) => [rounded(lon!), rounded(lat!)])))
}

const rounded = (degrees: number) => Number(degrees.toFixed(DECIMALS))

/** The publishers write AGS and ags, GEN and gen. */
function propertyOf({ properties }: Feature, name: string): unknown {
  return properties?.[name.toUpperCase()] ?? properties?.[name]
}

function textOf(feature: Feature, name: string): string | undefined {
  const value = propertyOf(feature, name)
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}

/** The source line; what follows a semicolon or a licence's name is not for the page. */
function attributionOf(collection: FeatureCollection): string | undefined {
  const { attribution } = collection as { attribution?: unknown }
  if (typeof attribution !== 'string') return undefined
  return attribution.split(/;|, dl-de/)[0]!.trim() || undefined
}
