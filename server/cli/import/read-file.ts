/** Rows of an export: CSV as spreadsheets write it, GeoJSON, or one JSON object a line; packed with gzip or not. */
import { createReadStream, existsSync } from 'node:fs'
import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { parse } from 'csv-parse'
import type { RefusalReason } from '../../reports/imported-row.ts'
import type { SourceRow } from '../../reports/map-row.ts'
import { rowOfJson } from './row-of-json.ts'

export type BrokenRow = { line: number; broken: Extract<RefusalReason, 'broken_line' | 'cells'>; value?: string }
/** From this line on nothing can be told apart any more, so nothing of the file is taken. */
export class UnreadableFile extends Error {
  readonly line: number
  constructor(line: number) {
    super(`unreadable from line ${line}`)
    this.line = line
  }
}
type Rows = AsyncGenerator<SourceRow | BrokenRow>

const READERS: [ending: RegExp, read: (text: AsyncIterable<string>) => Rows][] = [
  [/\.(csv|tsv|txt)$/, readCsv],
  [/\.(jsonl|ndjson|geojsonl)$/, readLines],
  [/\.(geo)?json$/, readCollection],
]

/** Null when there is no such file or its name ends in nothing that is known. */
export function readImportFile(file: string): Rows | null {
  const read = READERS.find(([ending]) => ending.test(file.toLowerCase().replace(/\.gz$/, '')))?.[1]
  return read && existsSync(file) ? read(textOf(file)) : null
}

const bytesOf = (file: string): AsyncIterable<Uint8Array> =>
  file.endsWith('.gz') ? createReadStream(file).pipe(createGunzip()) : createReadStream(file)

/** The text in pieces, without its byte order mark. */
async function* textOf(file: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(await encodingOf(file))
  for await (const bytes of bytesOf(file)) yield decoder.decode(bytes, { stream: true })
  yield decoder.decode()
}

/** UTF-8 unless a mark or a byte says otherwise: then what Windows writes. Reads the file once. */
async function encodingOf(file: string): Promise<string> {
  const utf8 = new TextDecoder('utf-8', { fatal: true })
  let isFirst = true
  try {
    for await (const bytes of bytesOf(file)) {
      if (isFirst && bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
      isFirst = false
      utf8.decode(bytes, { stream: true })
    }
    utf8.decode()
  } catch (error) {
    if (error instanceof TypeError) return 'windows-1252'
    throw error
  }
  return 'utf-8'
}

type Record = { record: string[]; info: { lines: number } }

async function* readCsv(text: AsyncIterable<string>): Rows {
  const pieces = text[Symbol.asyncIterator]()
  let head = ''
  for (let next = await pieces.next(); !next.done; next = await pieces.next()) {
    head += next.value
    if (head.includes('\n')) break
  }
  async function* whole() {
    yield head
    for (let next = await pieces.next(); !next.done; next = await pieces.next()) yield next.value
  }
  let read = 0
  const options = {
    delimiter: delimiterOf(head),
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    on_record: (one: string[], { lines }: { lines: number }) => {
      read = lines
      return one
    },
  }
  const records = Readable.from(whole()).pipe(parse(options)) as AsyncIterable<Record>
  let columns: string[] | undefined
  try {
    for await (const { record, info } of records) {
      // A cell may hold lines of its own: a record is named by the line it begins in.
      const line = info.lines - record.join('').split('\n').length + 1
      if (!columns) columns = record.map((name) => name.trim())
      else if (record.length !== columns.length)
        yield { line, broken: 'cells', value: `${record.length} / ${columns.length}` }
      else yield { line, cells: Object.fromEntries(record.map((cell, at) => [columns![at]!, cell])) }
    }
  } catch (error) {
    throw String((error as { code?: unknown }).code).startsWith('CSV_') ? new UnreadableFile(read + 1) : error
  }
}

const DELIMITERS = [';', ',', '\t', '|']

/** The sign that stands most often in the first line, outside quotation marks. */
function delimiterOf(head: string): string {
  const first = head.split(/\r?\n/)[0]!.replaceAll(/"[^"]*"/g, '')
  const count = (sign: string) => first.split(sign).length
  return DELIMITERS.reduce((best, sign) => (count(sign) > count(best) ? sign : best))
}

async function* readLines(text: AsyncIterable<string>): Rows {
  let rest = ''
  let line = 0
  for await (const piece of text) {
    const lines = (rest + piece).split('\n')
    rest = lines.pop()!
    for (const one of lines) {
      line++
      if (one.trim()) yield rowOfLine(one, line)
    }
  }
  if (rest.trim()) yield rowOfLine(rest, line + 1)
}

function rowOfLine(text: string, line: number): SourceRow | BrokenRow {
  try {
    return rowOfJson(JSON.parse(text), line) ?? { line, broken: 'broken_line' }
  } catch {
    return { line, broken: 'broken_line' }
  }
}

/** A FeatureCollection or a list: entries are counted from one. */
async function* readCollection(text: AsyncIterable<string>): Rows {
  let whole = ''
  for await (const piece of text) whole += piece
  let read: unknown
  try {
    read = JSON.parse(whole)
  } catch {
    throw new UnreadableFile(1)
  }
  const entries = Array.isArray(read) ? read : (read as { features?: unknown } | null)?.features
  if (!Array.isArray(entries)) throw new UnreadableFile(1)
  for (const [index, entry] of entries.entries()) {
    yield rowOfJson(entry, index + 1) ?? { line: index + 1, broken: 'broken_line' }
  }
}
