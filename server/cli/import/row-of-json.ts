/** A JSON object as a row of text cells; nested fields are called `outer.inner`. */
import type { SourceRow } from '../../reports/map-row.ts'

type Plain = { [name: string]: unknown }
const isPlain = (value: unknown): value is Plain => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Null for what is no object. A GeoJSON feature gives its properties, its id, and its point. */
export function rowOfJson(value: unknown, line: number): SourceRow | null {
  if (!isPlain(value)) return null
  if (value.type !== 'Feature') return { line, cells: cellsOf(value) }
  const { id, properties, geometry } = value
  const own = id === undefined ? {} : { id }
  const point = pointOf(geometry)
  return { line, cells: cellsOf({ ...own, ...(isPlain(properties) ? properties : {}) }), ...(point ? { point } : {}) }
}

function cellsOf(value: Plain, prefix = ''): Record<string, string> {
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]): [string, string][] =>
      isPlain(inner) ? Object.entries(cellsOf(inner, `${prefix}${name}.`)) : [[`${prefix}${name}`, textOf(inner)]],
    ),
  )
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  return Array.isArray(value) ? value.map(textOf).join(', ') : String(value)
}

function pointOf(geometry: unknown): SourceRow['point'] {
  if (!isPlain(geometry) || geometry.type !== 'Point' || !Array.isArray(geometry.coordinates)) return undefined
  const [lon, lat] = geometry.coordinates.map(Number)
  return lat === undefined || lon === undefined ? undefined : { lat, lon }
}
