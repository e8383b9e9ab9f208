/** Reads YAML by a schema; each problem knows its line and is said in words. */
import { LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import { nearestOf, type Problem, type Say, type Where } from './problem.ts'

type Issue = z.core.$ZodIssue
type Read<Value> = { ok: true; value: Value; at: Where } | { ok: false; problems: Problem[] }

export function readYaml<Schema extends z.ZodType>(
  { file, text, say }: { file: string; text: string; say: Say },
  schema: Schema,
): Read<z.infer<Schema>> {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  const at: Where = (path) => {
    // A missing key has no place of its own: its nearest parent has.
    for (let length = path.length; length > 0; length--) {
      const node = document.getIn(path.slice(0, length), true) as { range?: [number, number, number] } | undefined
      if (node?.range) {
        const { line, col } = lines.linePos(node.range[0])
        return { line, column: col }
      }
    }
    return { line: 1, column: 1 }
  }
  if (document.errors.length > 0) {
    const problems = document.errors.map((error) => ({
      file,
      line: error.linePos?.[0].line ?? 1,
      column: error.linePos?.[0].col ?? 1,
      message: say.notYaml(error.message.split('\n')[0]!),
    }))
    return { ok: false, problems }
  }
  const parsed = schema.safeParse(document.toJS() ?? {}, { reportInput: true })
  if (parsed.success) return { ok: true, value: parsed.data, at }
  const problems = parsed.error.issues.flatMap(deepest).map((issue) => {
    const known = knownKeys(schema, issue.path)
    return { file, ...at(placeOf(issue)), message: say.wrong(fieldOf(issue), whyOf(issue, say, known)) }
  })
  return { ok: false, problems }
}

/** Of a value that may have several shapes, the troubles of the shape it comes nearest to. */
function deepest(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union') return [issue]
  const rest = issue.errors
    .map((issues) => issues.flatMap((inner) => deepest({ ...inner, path: [...issue.path, ...inner.path] } as Issue)))
    .filter((issues) => issues.some(({ path }) => path.length > issue.path.length))
    .sort((a, b) => a.length - b.length)
  return rest[0] ?? [issue]
}

/** An unknown field is marked itself, not the block it stands in. */
const placeOf = (issue: Issue) => (issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0]!] : issue.path)

const fieldOf = ({ path }: Issue) => path.map(String).join('.') || 'town.yaml'

function whyOf(issue: Issue, say: Say, known: readonly string[]): string {
  const { field } = say
  switch (issue.code) {
    case 'unrecognized_keys': {
      const [first = ''] = issue.keys
      const meant = issue.keys.length === 1 ? nearestOf(first, known) : null
      return meant ? field.didYouMean(first, meant) : field.unknown(issue.keys.join(', '))
    }
    case 'invalid_type':
      return issue.input === undefined ? field.missing : typeWords(issue.expected, field)
    case 'invalid_value':
      return issue.input === undefined ? field.missing : field.oneOf(issue.values.join(', '))
    case 'too_small':
      return issue.origin === 'string' ? field.empty : field.tooFew(Number(issue.minimum))
    case 'too_big':
      return field.tooMany(Number(issue.maximum))
    case 'invalid_format':
      return formatWords(issue.format === 'regex' ? issue.message : issue.format, field)
    case 'custom':
      return issue.message === 'words_de' ? field.wordsDe : field.other
    case 'invalid_union':
      return issue.input === undefined ? field.missing : field.other
    default:
      return field.other
  }
}

function typeWords(expected: string, field: Say['field']): string {
  const byType: Record<string, string> = {
    string: field.notText,
    number: field.notNumber,
    int: field.notNumber,
    boolean: field.notYesNo,
    array: field.notList,
    tuple: field.notList,
    object: field.notBlock,
    record: field.notBlock,
  }
  return byType[expected] ?? field.other
}

function formatWords(format: string, field: Say['field']): string {
  const byFormat: Record<string, string> = {
    email: field.email,
    url: field.link,
    hostname: field.host,
    date: field.date,
    key: field.key,
    colour: field.colour,
    ags: field.ags,
    ars: field.ars,
    postcode: field.postcode,
    day_of_year: field.dayOfYear,
    rule_to: field.ruleTo,
    shared_from: field.sharedFrom,
  }
  return byFormat[format] ?? field.other
}

/** Keys the schema knows at a path, for "did you mean". */
function knownKeys(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  let at: unknown = schema
  for (const step of path) at = unwrapped(at, step)
  const shape = (innermost(at) as { shape?: Record<string, unknown> } | undefined)?.shape
  return shape ? Object.keys(shape) : []
}

function unwrapped(schema: unknown, step: PropertyKey): unknown {
  const inner = innermost(schema) as
    | { shape?: Record<string, unknown>; element?: unknown; valueType?: unknown }
    | undefined
  return inner?.shape?.[String(step)] ?? inner?.element ?? inner?.valueType
}

function innermost(schema: unknown): unknown {
  let inner = schema as { def?: { innerType?: unknown } } | undefined
  while (inner?.def?.innerType) inner = inner.def.innerType as typeof inner
  return inner
}
