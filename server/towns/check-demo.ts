/** The invented reports of an example town: a line that is wrong is told before a start stumbles over it. */
import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon'
import { DemoReport } from '../../tenants/schema.ts'
import type { ReadTown } from './check.ts'
import { categoryUnknown, offeredBy } from './check-categories.ts'
import type { CompiledCatalogue } from './compile-town.ts'
import { faultInWords, meantField } from './fault-words.ts'
import { jsonFault, jsonPlace } from './json-places.ts'
import { knownKeys } from './known-keys.ts'
import { categoryNames, meantOf } from './meant-words.ts'
import { about, type Problem, type Say } from './problem.ts'
import { flatten } from './schema-faults.ts'

export function checkDemo(read: ReadTown, catalogue: CompiledCatalogue, say: Say): Problem[] {
  const { folder } = read
  const file = `${folder.key}/demo.jsonl`
  return (folder.demo ?? '').split('\n').flatMap((text, index) => {
    if (text.trim() === '') return []
    return lineProblems(text, { read, catalogue, say }).map((problem) => ({ file, ...problem, line: index + 1 }))
  })
}

type Around = { read: ReadTown; catalogue: CompiledCatalogue; say: Say }
type Found = Omit<Problem, 'file' | 'line'>

function lineProblems(text: string, { read, catalogue, say }: Around): Found[] {
  const column = (path: readonly PropertyKey[]) => jsonPlace(text, path).column
  let report: unknown
  try {
    report = JSON.parse(text)
  } catch {
    return [{ column: jsonFault(text).column, message: say.demo.notOneLine }]
  }
  const parsed = DemoReport.safeParse(report, { reportInput: true })
  if (!parsed.success) {
    return parsed.error.issues.flatMap(flatten).map((fault) => {
      const known = knownKeys(DemoReport, fault.path)
      const isCategory = fault.path[0] === 'category'
      const meant = fault.kind === 'unknown' ? meantField(fault.name, known, say.synonyms) : null
      const words = faultInWords(fault, {
        say,
        known,
        meant: isCategory ? meantOf(String(fault.input), categoryNames(catalogue)) : meant,
      })
      const path = fault.kind === 'unknown' ? [...fault.path, fault.name] : fault.path
      return { column: column(path), message: about(fault.path, words, say) }
    })
  }
  const { category, lat, lon } = parsed.data
  const found: Found[] = []
  const offered = offeredBy({ file: read.file, catalogue })
  const wrong = categoryUnknown({ file: read.file, catalogue, say }, category, offered)
  if (wrong) found.push({ column: column(['category']), message: about(['category'], wrong, say) })
  if (lat !== undefined && lon !== undefined && !booleanPointInPolygon([lon, lat], read.boundary.geometry))
    found.push({ column: column(['lat']), message: about(['lat'], say.demo.outside, say) })
  return found
}
