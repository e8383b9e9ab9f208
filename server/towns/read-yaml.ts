/** Reads YAML by a schema; each problem knows its line and is said in words. */
import { type Document, LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import { faultInWords, meantField } from './fault-words.ts'
import { knownKeys } from './known-keys.ts'
import { type Mending, mendFile } from './mend-file.ts'
import { about, type Place, type Problem, type Say, type Where } from './problem.ts'
import { flatten, type SchemaFault } from './schema-faults.ts'
import { yamlFaults } from './yaml-faults.ts'
import { type Places, placesIn } from './yaml-places.ts'

/** The short name meant by a word at this path, such as „Schlagloch“ among categories. */
export type Meant = (path: readonly PropertyKey[], word: string, read: unknown) => string | null

type Source = { file: string; text: string; say: Say; meant?: Meant }
export type ReadYaml<Value> =
  | { ok: true; value: Value; at: Where }
  /** What the file would say with its faults put right: good for finding more of them, and for nothing else. */
  | { ok: false; problems: Problem[]; mended: { value: Value; at: Where } | null }

export function readYaml<Schema extends z.ZodType>(source: Source, schema: Schema): ReadYaml<z.infer<Schema>> {
  const { file, text, say } = source
  const refused = (place: Place, message: string): ReadYaml<never> => {
    return { ok: false, problems: [{ file, ...place, message }], mended: null }
  }
  const start = { line: 1, column: 1 }
  const garbled = text.indexOf('\uFFFD')
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  if (garbled >= 0) return refused(placeOf(lines, garbled), say.notUtf8)
  const broken = yamlFaults({ document, lines, text, say })
  const problems: Problem[] = broken.map(({ isLocal: _, ...fault }) => ({ file, ...fault }))
  if (broken.some(({ isLocal }) => !isLocal)) return { ok: false, problems, mended: null }
  const read = plain(document)
  if (read === undefined) return refused(start, say.yaml.marks)
  if (read === null) return refused(start, say.emptyFile)

  const places = placesIn(document, lines, text)
  const parsed = schema.safeParse(read, { reportInput: true })
  if (parsed.success && problems.length === 0) return { ok: true, value: parsed.data, at: places.at }
  const faults = parsed.success ? [] : faultsOf(parsed.error, { source, schema, places, read })
  for (const fault of faults) {
    const place = placeOfFault(fault, places)
    if (!broken.some(({ line }) => line === place.line)) problems.push({ file, ...place, message: fault.message })
  }
  const mended = schema.safeParse(mendFile(read, faults))
  return { ok: false, problems, mended: mended.success ? { value: mended.data, at: places.at } : null }
}

/** Undefined for a text whose repetitions by `&` and `*` would multiply beyond measure. */
function plain(document: Document): unknown {
  try {
    return document.toJS()
  } catch {
    return undefined
  }
}

function placeOf(lines: LineCounter, offset: number): Place {
  const { line, col } = lines.linePos(offset)
  return { line, column: col }
}

type Reading = { source: Source; schema: z.ZodType; places: Places; read: unknown }

function faultsOf(error: z.ZodError, { source, schema, places, read }: Reading): (Mending & { message: string })[] {
  const { say } = source
  const faults = error.issues.flatMap(flatten).map((fault) => {
    const { path, input } = fault
    const known = knownKeys(schema, path)
    const word = fault.kind === 'format' && !fault.isKey ? String(input) : String(path.at(-1))
    const meant =
      fault.kind === 'unknown' ? meantField(fault.name, known, say.synonyms) : source.meant?.(path, word, read)
    const typed = places.sourceOf(path)
    const around = { say, known, source: typed, comment: places.commentAt(path), meant }
    return { ...fault, meant, source: typed, message: about(path, faultInWords(fault, around), say) }
  })
  // What is only misspelt is not also missing.
  return faults.filter(({ input, path }) => {
    const block = path.slice(0, -1).join()
    return (
      input !== undefined ||
      !faults.some((one) => one.kind === 'unknown' && one.meant === path.at(-1) && one.path.join() === block)
    )
  })
}

/** An unknown field is marked itself, not the block it stands in. */
function placeOfFault(fault: SchemaFault, { at, keyAt }: Places): Place {
  if (fault.kind === 'unknown') return keyAt([...fault.path, fault.name])
  return fault.kind === 'format' && fault.isKey ? keyAt(fault.path) : at(fault.path)
}
