/** A town's own list of streets and houses, `streets.csv` (RFC 4180, comma or semicolon). Pure. */
import type { TownAddress } from '../places/rows.ts'
import { foldNumber, foldStreet } from '../places/street-words.ts'
import type { ReadTown } from './check.ts'
import { about, nearestOf, type Problem, type Say } from './problem.ts'
import { boundsOf } from './read-boundary.ts'

const NEEDED = ['street', 'lat', 'lon'] as const
const COLUMNS = ['street', 'number', 'part', 'postcode', 'lat', 'lon'] as const
type Column = (typeof COLUMNS)[number]

/** Nobody mends more at once. */
const MOST_PROBLEMS = 20
const LONGEST = { street: 120, number: 20, part: 80 } as const

type Found = { line: number; column?: number; message: string }
type Line = { line: number; values: Record<Column, string> }

export function readStreets(
  { folder, boundary }: Pick<ReadTown, 'folder' | 'boundary'>,
  say: Say,
): { addresses: TownAddress[]; problems: Problem[] } {
  const text = folder.streets?.replace(/^\uFEFF/, '') ?? ''
  if (text.trim() === '') return { addresses: [], problems: [] }
  const file = `${folder.key}/streets.csv`
  const read = readLines(text, say)
  const found = [...read.problems]
  const bounds = boundsOf(boundary.geometry)
  const seen = new Map<string, number>()
  const addresses: TownAddress[] = []
  for (const line of read.lines) {
    const address = addressOf(line.values)
    const wrong = [...valueProblems(line, say), ...placeProblems(line, { bounds, say })]
    const key = JSON.stringify([address.folded, foldNumber(address.number), address.part])
    const earlier = seen.get(key)
    if (earlier !== undefined) wrong.push({ line: line.line, message: say.streets.twice(earlier) })
    seen.set(key, earlier ?? line.line)
    found.push(...wrong)
    if (wrong.length === 0) addresses.push(address)
  }
  const problems = found.slice(0, MOST_PROBLEMS).map((one) => ({ file, ...one }))
  if (found.length > MOST_PROBLEMS) {
    const { line } = found[MOST_PROBLEMS]!
    problems.push({ file, line, message: say.streets.more(found.length - MOST_PROBLEMS) })
  }
  return { addresses, problems }
}

function addressOf({ street, number, part, postcode, lat, lon }: Record<Column, string>): TownAddress {
  const place = { lat: numberOf(lat), lon: numberOf(lon) }
  return { street, folded: foldStreet(street), number, part, postcode: postcode === '' ? null : postcode, ...place }
}

function readLines(text: string, say: Say): { lines: Line[]; problems: Found[] } {
  const [head = '', ...rest] = text.split(/\r?\n/)
  const sign = head.includes(';') ? ';' : ','
  const names = fieldsOf(head, sign).map((name) => name.trim().toLowerCase())
  const problems = headProblems(names, say)
  if (text.includes('\uFFFD')) problems.push({ line: 1, message: say.streets.encoding })
  if (problems.length > 0) return { lines: [], problems }
  const lines = rest.flatMap((row, index) => {
    if (row.trim() === '') return []
    const fields = fieldsOf(row, sign)
    if (fields.length !== names.length) {
      problems.push({ line: index + 2, message: say.streets.fields(fields.length, names.length) })
      return []
    }
    const value = (column: Column) => fields[names.indexOf(column)]?.trim() ?? ''
    const values = Object.fromEntries(COLUMNS.map((column) => [column, value(column)])) as Record<Column, string>
    return [{ line: index + 2, values }]
  })
  return { lines, problems }
}

function headProblems(names: string[], say: Say): Found[] {
  const unknown = names.filter((name) => !(COLUMNS as readonly string[]).includes(name))
  const missing = NEEDED.filter((name) => !names.includes(name))
  const double = names.find((name, index) => names.indexOf(name) !== index)
  return [
    ...missing.map((name) => say.streets.columnMissing(name, COLUMNS.join(','))),
    ...unknown.map((name) => {
      const meant = nearestOf(name, COLUMNS)
      return meant ? say.streets.columnMeant(name, meant) : say.streets.columnUnknown(name, COLUMNS.join(', '))
    }),
    ...(double === undefined ? [] : [say.streets.columnTwice(double)]),
  ].map((message) => ({ line: 1, message }))
}

function valueProblems({ line, values }: Line, say: Say): Found[] {
  const { street, number, part, postcode } = values
  const found: [Column, string][] = []
  if (foldStreet(street) === '') found.push(['street', say.streets.noStreet])
  for (const [name, value] of Object.entries({ street, number, part })) {
    const most = LONGEST[name as keyof typeof LONGEST]
    if (value.length > most) found.push([name as Column, say.streets.tooLong(most)])
  }
  if (postcode !== '' && !/^\d{5}$/.test(postcode)) found.push(['postcode', say.streets.postcode])
  return found.map(([name, message]) => ({ line, message: about([name], message, say) }))
}

function placeProblems(
  { line, values }: Line,
  { bounds: [west, south, east, north], say }: { bounds: ReturnType<typeof boundsOf>; say: Say },
): Found[] {
  const [lat, lon] = [numberOf(values.lat), numberOf(values.lon)]
  const isIn = (y: number, x: number) => y >= south && y <= north && x >= west && x <= east
  const wrong = (name: Column, message: string) => [{ line, message: about([name], message, say) }]
  if (Number.isNaN(lat)) return wrong('lat', say.streets.notNumber)
  if (Number.isNaN(lon)) return wrong('lon', say.streets.notNumber)
  if (isIn(lat, lon)) return []
  return wrong('lat', isIn(lon, lat) ? say.streets.swapped : say.streets.outside)
}

/** With point or comma, as spreadsheets write it. */
function numberOf(text: string): number {
  return /^-?\d{1,3}([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN
}

/** Fields of one line; a quoted one may hold the sign, and two quotes stand for one. */
function fieldsOf(line: string, sign: string): string[] {
  const fields: string[] = []
  let field = ''
  let isQuoted = false
  for (let i = 0; i < line.length; i++) {
    const letter = line[i]!
    if (isQuoted && letter === '"' && line[i + 1] === '"') {
      field += '"'
      i++
    } else if (letter === '"' && (isQuoted || field.trim() === '')) isQuoted = !isQuoted
    else if (letter === sign && !isQuoted) {
      fields.push(field)
      field = ''
    } else field += letter
  }
  return [...fields, field]
}
