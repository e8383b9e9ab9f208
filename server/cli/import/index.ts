/** `npm run import -- <file> --town <key> --map <yaml>`: reads and maps here, and hands over in small pieces. */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { words } from '../../../client/i18n/index.ts'
import type { ImportMapping } from '../../../tenants/import-schema.ts'
import type { Command, Reply } from '../../adapters/data-dir-lock.ts'
import type { Imported } from '../../reports/import-reports.ts'
import type { ImportedRow, Refusal } from '../../reports/imported-row.ts'
import { columnsOf, mapRow } from '../../reports/map-row.ts'
import { nearestOf, problemLine } from '../../towns/problem.ts'
import { type CommandWorld, refuse } from '../command-world.ts'
import { readImportFile, UnreadableFile } from './read-file.ts'
import { readMapping, unknownCategories } from './read-mapping.ts'
import { refusalsAsCsv } from './refusals.ts'
import { type ImportTown, rowsAsArgs } from './serve-import.ts'
import { addUp, emptySummary, summaryInWords } from './summary.ts'

/** Who holds the database: this process, or a running server that has people to answer meanwhile. */
export type Holder = {
  ask: (command: Command) => Promise<Reply>
  isServing: () => boolean
  /** Said while it goes on. */
  tell: (line: string) => void
}

const OPTIONS = {
  town: { type: 'string' },
  map: { type: 'string' },
  refusals: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
} as const

export async function importFile(holder: Holder, world: CommandWorld, args: string[]): Promise<Reply> {
  const { language = 'de' } = world
  const say = words(language).imports
  const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true })
  const [file] = positionals
  const { town, map, refusals: refusalsFile, 'dry-run': isDryRun } = values
  if (!file || !town || !map) return refuse(say.usage)
  const read = readMapping(map, language)
  if (!read) return refuse(say.noFile('map', map))
  if ('problems' in read) return { ...refuse(read.problems.map(problemLine).join('\n')), data: read.problems }

  const spoken = world.language ? ['--lang', world.language] : []
  const ask = (args: string[]) => holder.ask({ command: 'import', args: [...spoken, ...args] })
  const begun = await ask(['begin', town])
  if (!begun.ok) return begun
  const { categories } = begun.data as ImportTown
  const unknown = unknownCategories(
    read,
    categories.map(({ key }) => key),
    language,
  )
  if (unknown.length > 0) return { ...refuse(unknown.map(problemLine).join('\n')), data: unknown }

  const rows = readImportFile(file)
  if (!rows) return refuse(say.noFile('', file))
  const mapped = await mapRows(rows, read.mapping, world.now()).catch((error: unknown) => {
    if (error instanceof UnreadableFile) return error
    throw error
  })
  if (mapped instanceof UnreadableFile) return refuse(say.unreadable(file, mapped.line))
  const { refusals, sound, lines, columns } = mapped
  const missing = lines === 0 ? [] : columnsOf(read.mapping).filter(({ column }) => !columns.has(column))
  const known = [...columns]
  const wrong = missing.map(({ field, column }) =>
    say.noColumn(field, column, nearestOf(column, known), known.join(', ')),
  )
  if (wrong.length > 0 && columns.size > 0) return refuse(wrong.join('\n'))

  const startedAt = performance.now()
  const sent = await handOver(ask, sound, { town, mapping: read.mapping, isDryRun, say, holder })
  if ('stopped' in sent) return sent.stopped
  const seconds = (performance.now() - startedAt) / 1000
  const summary = { ...sent.summary, lines, refusals: [...refusals, ...sent.summary.refusals].sort(byLine) }
  if (refusalsFile) writeFileSync(refusalsFile, refusalsAsCsv(summary.refusals, language))
  const output = summaryInWords(summary, { language, categories, isDryRun, seconds, refusalsFile })
  const isAllRefused = lines > 0 && summary.taken + summary.known === 0
  return { ok: !isAllRefused, output, data: { ...summary, seconds } }
}

const byLine = (a: Refusal, b: Refusal) => a.line - b.line

type Mapped = { sound: ImportedRow[]; refusals: Refusal[]; lines: number; columns: Set<string> }

/** Everything that can be said without the town; in the order in which the reports came in, for their numbers. */
async function mapRows(
  rows: NonNullable<ReturnType<typeof readImportFile>>,
  mapping: ImportMapping,
  now: Date,
): Promise<Mapped> {
  const [sound, refusals, columns]: [ImportedRow[], Refusal[], Set<string>] = [[], [], new Set()]
  const firstAt = new Map<string, number>()
  let lines = 0
  for await (const source of rows) {
    lines++
    if ('broken' in source) {
      const { line, broken: reason, value } = source
      refusals.push({ line, ref: '', field: '', reason, ...(value ? { value } : {}) })
      continue
    }
    for (const column of Object.keys(source.cells)) columns.add(column)
    const one = mapRow(mapping, source, now)
    if ('refusals' in one) {
      refusals.push(...one.refusals)
      continue
    }
    const { ref, line } = one.row
    const first = firstAt.get(ref)
    if (first !== undefined) refusals.push({ line, ref, field: 'id', reason: 'twice', value: String(first) })
    else {
      firstAt.set(ref, line)
      sound.push(one.row)
    }
  }
  sound.sort((a, b) => (a.receivedAt < b.receivedAt ? -1 : a.receivedAt > b.receivedAt ? 1 : a.line - b.line))
  return { sound, refusals, lines, columns }
}

/** A server answers others between two pieces, so these are short, and it rests as long as it worked. */
const ROWS = { serving: 100, alone: 500 }
const TELL_EVERY_MS = 2_000

type Handing = {
  holder: Holder
  town: string
  mapping: ImportMapping
  isDryRun: boolean
  say: ReturnType<typeof words>['imports']
}

async function handOver(
  ask: (args: string[]) => Promise<Reply>,
  rows: ImportedRow[],
  { holder, town, mapping, isDryRun, say }: Handing,
): Promise<{ summary: Imported } | { stopped: Reply }> {
  const { source, publish, channel, language } = mapping
  const summary = emptySummary()
  let toldAt = performance.now()
  for (let done = 0; done < rows.length; ) {
    const piece = rows.slice(done, done + (holder.isServing() ? ROWS.serving : ROWS.alone))
    const askedAt = performance.now()
    const input = { source, publish, channel, language, isDryRun, rows: piece }
    const reply = await ask(rowsAsArgs(town, input))
    if (!reply.ok) return { stopped: refuse(`${reply.output}\n${say.stopped(done)}`) }
    addUp(summary, reply.data as Imported)
    done += piece.length
    if (performance.now() - toldAt > TELL_EVERY_MS) {
      toldAt = performance.now()
      holder.tell(say.progress(done, rows.length))
    }
    if (holder.isServing()) await new Promise((resolve) => setTimeout(resolve, performance.now() - askedAt))
  }
  return { summary }
}
