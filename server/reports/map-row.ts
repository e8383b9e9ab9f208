/** A row of somebody else's export as one of ours, by the town's mapping. Pure; what the town allows is checked later. */
import type { ImportMapping } from '../../tenants/import-schema.ts'
import type { ImportedRow, Refusal } from './imported-row.ts'
import { type Moment, readMoment } from './read-moment.ts'

/** Cells by column. `line` is where the row begins in its file, or its position in a collection. */
export type SourceRow = { line: number; cells: Readonly<Record<string, string>>; point?: { lat: number; lon: number } }

export type Mapped = { row: ImportedRow } | { refusals: Refusal[] }

const COLUMN = /\{([^{}]+)\}/g

export function mapRow(mapping: ImportMapping, source: SourceRow, now: Date): Mapped {
  const { line, cells } = source
  const ref = wordsOf(mapping.id, cells)
  const refusals: Refusal[] = []
  const refuse = (field: string, reason: Refusal['reason'], value?: string) => {
    refusals.push({ line, ref, field, reason, ...(value ? { value } : {}) })
    return undefined
  }
  const fromTable = <Value extends string>(field: 'category' | 'status', table: Table<Value>): Value | undefined => {
    const { isKnown, value, cell } = lookUp(table, cells)
    return isKnown ? value : refuse(field, cell ? `${field}_unmapped` : `${field}_missing`, cell)
  }
  const moment = (field: 'receivedAt' | 'closedAt', told: Moment | undefined): string | undefined => {
    if (told === undefined) return undefined
    const { column, format, zone, ...rest } =
      typeof told === 'string' ? ({ column: told, format: 'auto', zone: 'Europe/Berlin' } as const) : told
    const typed = cells[column]?.trim() || ('else' in rest ? rest.else : undefined)
    if (!typed) return field === 'receivedAt' ? refuse(field, 'received_missing') : undefined
    const at = readMoment(typed, cells[column]?.trim() ? format : 'auto', zone)
    if (!at) return refuse(field, 'not_a_day', typed)
    return at > now ? refuse(field, 'in_future', typed) : at.toISOString()
  }

  if (!ref) refuse('id', 'id_missing')
  const category = fromTable('category', mapping.category)
  const status = fromTable('status', mapping.status)
  const receivedAt = moment('receivedAt', mapping.receivedAt)
  const closedAt = moment('closedAt', mapping.closedAt)
  const point = placeOf(mapping, source, refuse)
  if (refusals.length > 0 || !category || !status || !receivedAt) return { refusals }
  const optional = (words: string | string[] | undefined) => (words && wordsOf(words, cells)) || undefined
  const { contact } = mapping
  const person = contact && {
    name: optional(contact.name),
    email: optional(contact.email),
    phone: optional(contact.phone),
  }
  return {
    row: {
      line,
      ref,
      category,
      status,
      description: wordsOf(mapping.description, cells),
      ...point,
      address: optional(mapping.address),
      receivedAt,
      closedAt,
      answer: optional(mapping.answer),
      partner: optional(mapping.partner),
      contact: person && Object.values(person).some(Boolean) ? person : undefined,
    },
  }
}

/** Columns a mapping reads, by the field that names them. */
export function columnsOf({ category, status, receivedAt, closedAt, contact, ...rest }: ImportMapping) {
  const one = (field: string, words: string | string[] | undefined) =>
    [words ?? []].flat().flatMap((text) => namesIn(text).map((column) => ({ field, column })))
  const moment = (field: string, told: Moment | undefined) => one(field, typeof told === 'object' ? told.column : told)
  return [
    ...one('id', rest.id),
    ...one('category', category.column),
    ...one('description', rest.description),
    ...one('lat', rest.lat),
    ...one('lon', rest.lon),
    ...one('address', rest.address),
    ...moment('receivedAt', receivedAt),
    ...one('status', status.column),
    ...moment('closedAt', closedAt),
    ...one('answer', rest.answer),
    ...one('partner', rest.partner),
    ...one('contact', [contact?.name ?? [], contact?.email ?? [], contact?.phone ?? []].flat()),
  ]
}

const namesIn = (text: string) => (text.includes('{') ? [...text.matchAll(COLUMN)].map(([, name]) => name!) : [text])

/** A part of which every column is empty is left out, so that "Ort: " never stands alone. */
function wordsOf(words: string | string[], cells: SourceRow['cells']): string {
  return [words]
    .flat()
    .map((text) => {
      const names = namesIn(text)
      if (names.length > 0 && names.every((name) => !cells[name]?.trim())) return ''
      if (!text.includes('{')) return cells[text] ?? ''
      return text.replace(COLUMN, (_, name: string) => cells[name]?.trim() ?? '')
    })
    .map((text) => text.trim())
    .filter(Boolean)
    .join('\n\n')
}

type Table<Value> = {
  column?: string | undefined
  values?: Record<string, Value> | undefined
  else?: Value | undefined
}

function lookUp<Value extends string>({ column, values, else: other }: Table<Value>, cells: SourceRow['cells']) {
  const cell = (column === undefined ? '' : cells[column])?.trim() ?? ''
  // Without a table the column holds our own keys; the check knows them.
  const own = cell && values === undefined ? (cell as Value) : undefined
  const listed = values && Object.hasOwn(values, cell) ? values[cell] : undefined
  const value = listed ?? (own && other === undefined ? own : other)
  return { isKnown: value !== undefined, value, cell }
}

type Refuse = (field: string, reason: Refusal['reason'], value?: string) => undefined

function placeOf(mapping: ImportMapping, { cells, point }: SourceRow, refuse: Refuse) {
  if (!mapping.lat && !mapping.lon) return point
  const [lat, lon] = [degrees(mapping.lat, cells), degrees(mapping.lon, cells)]
  if (lat === undefined && lon === undefined) return point
  if (lat === undefined || lon === undefined) return refuse(lat === undefined ? 'lat' : 'lon', 'place_half')
  if (!(Math.abs(lat) <= 90)) return refuse('lat', 'not_degrees', cells[mapping.lat!])
  if (!(Math.abs(lon) <= 180)) return refuse('lon', 'not_degrees', cells[mapping.lon!])
  return { lat, lon }
}

/** Undefined for an empty cell, NaN for what is no number. A comma is a point. */
function degrees(column: string | undefined, cells: SourceRow['cells']): number | undefined {
  const text = column === undefined ? '' : (cells[column]?.trim() ?? '')
  return text === '' ? undefined : Number(text.replace(',', '.'))
}
