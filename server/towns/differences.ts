/** What differs between two states of the same thing, as a list that a program can read and `plan` puts into words. */

export type What =
  | 'setting'
  | 'department'
  | 'category'
  | 'rule'
  | 'district'
  | 'partner'
  | 'boundary'
  | 'outside'
  | 'addresses'
  | 'question'
  | 'words'

/** Without `from` it is new, without `to` it goes; with a field, only that one changes. */
export type Change = { what: What; key?: string; field?: string; from?: unknown; to?: unknown }

type Record_ = Readonly<Record<string, unknown>>

/** Things with keys: which are new, which go, and of the others which fields change. */
export function keyedDifferences(
  what: What,
  before: ReadonlyMap<string, Record_>,
  after: ReadonlyMap<string, Record_>,
): Change[] {
  const added = [...after].filter(([key]) => !before.has(key)).map(([key, to]) => ({ what, key, to }))
  const removed = [...before].filter(([key]) => !after.has(key)).map(([key, from]) => ({ what, key, from }))
  const changed = [...after].flatMap(([key, to]) => {
    const from = before.get(key)
    return from ? fieldDifferences(from, to).map((change) => ({ what, key, ...change })) : []
  })
  return [...added, ...removed, ...changed]
}

export function fieldDifferences(before: Record_, after: Record_): Pick<Change, 'field' | 'from' | 'to'>[] {
  const fields = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...fields]
    .filter((field) => !isSame(before[field], after[field]))
    .map((field) => ({ field, from: before[field], to: after[field] }))
}

/** Blocks of one level become fields of their own: `contact.phone`. */
export function flattened(values: Record_): Record_ {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      isBlock(value) ? Object.entries(value).map(([inner, one]) => [`${name}.${inner}`, one]) : [[name, value]],
    ),
  )
}

const isBlock = (value: unknown): value is Record_ =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** By content: the database keeps the keys of a block in an order of its own. */
export const isSame = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b)

export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, one) =>
    isBlock(one) ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1))) : one,
  ) as string
}
