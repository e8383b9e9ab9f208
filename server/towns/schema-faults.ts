/** What a schema finds wrong, laid out flat: one fault per place, and none that only follows from another. */
import type { z } from 'zod'

type Issue = z.core.$ZodIssue
type Path = readonly PropertyKey[]

export type SchemaFault = { path: Path; input: unknown } & (
  | { kind: 'unknown'; name: string }
  /** Values of these kinds are possible: `string`, `array`, or a word in quotation marks. */
  | { kind: 'type'; expects: string[] }
  | { kind: 'choice'; values: string[] }
  | { kind: 'format'; format: string; isKey: boolean }
  | { kind: 'size'; of: string; least?: number; most?: number }
  | { kind: 'other'; message: string }
)

export function flatten(issue: Issue): SchemaFault[] {
  const { path, input } = issue
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((name) => ({ kind: 'unknown', path, input, name }))
    case 'invalid_type':
      return [{ kind: 'type', path, input, expects: [issue.expected] }]
    case 'invalid_value':
      return [{ kind: 'choice', path, input, values: issue.values.map(String) }]
    case 'invalid_format':
      return [
        { kind: 'format', path, input, format: issue.format === 'regex' ? issue.message : issue.format, isKey: false },
      ]
    case 'invalid_key':
      return issue.issues.flatMap(flatten).map((fault) => ({ ...fault, path, input, isKey: true }) as SchemaFault)
    case 'too_small':
      return [{ kind: 'size', path, input, of: issue.origin, least: Number(issue.minimum) }]
    case 'too_big':
      return [{ kind: 'size', path, input, of: issue.origin, most: Number(issue.maximum) }]
    case 'invalid_union':
      return fromUnion(issue)
    default:
      return [{ kind: 'other', path, input, message: issue.message }]
  }
}

/** Of a value that may have several shapes: the faults of the shape it has, or that it has none of them. */
function fromUnion(issue: z.core.$ZodIssueInvalidUnion): SchemaFault[] {
  const { path, errors } = issue
  const { options } = issue as { options?: unknown[] }
  if (options && errors.length === 0) {
    const input = (issue.input as Record<PropertyKey, unknown> | undefined)?.[path.at(-1)!]
    return [{ kind: 'choice', path, input, values: options.map(String) }]
  }
  const branches = errors.map((branch) =>
    branch.flatMap((inner) => flatten({ ...inner, path: [...path, ...inner.path] } as Issue)),
  )
  const clashOf = (branch: SchemaFault[]) =>
    branch.find((fault) => fault.path.length === path.length && (fault.kind === 'type' || fault.kind === 'choice'))
  const [fitting] = branches.filter((branch) => !clashOf(branch)).sort((a, b) => a.length - b.length)
  if (fitting) return fitting
  const expects = branches.map(clashOf).flatMap((clash) => {
    if (clash?.kind === 'type') return clash.expects
    return clash?.kind === 'choice' ? clash.values.map((value) => `"${value}"`) : []
  })
  return [{ kind: 'type', path, input: issue.input, expects }]
}
