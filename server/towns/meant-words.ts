/** The short name somebody means who writes a word of everyday language: „Schlagloch“ is `pothole`. */
import type { WordsInFile } from '../../tenants/languages.ts'
import { type CompiledCatalogue, keyOf } from './compile-town.ts'
import { nearestOf } from './problem.ts'

/** What a thing is called, best name first. */
export type Named = { key: string; names: readonly string[] }

export function meantOf(word: string, known: readonly Named[]): string | null {
  const wanted = keyOf(word)
  const called = (one: Named) => [one.key, ...one.names].map(keyOf)
  const exact = (depth: number) => known.find((one) => called(one).slice(0, depth).includes(wanted))
  // A category's own name counts before another's search words.
  const found = wanted === '' ? undefined : (exact(2) ?? exact(4) ?? exact(Number.POSITIVE_INFINITY))
  if (found) return found.key
  const key = nearestOf(
    word,
    known.map((one) => one.key),
  )
  if (key) return key
  const name = nearestOf(
    word,
    known.flatMap(({ names }) => names),
  )
  return known.find(({ names }) => name !== null && names.includes(name))?.key ?? null
}

/** Categories by their whole name, each word of it, and what the search finds them by. */
export function categoryNames({ categories }: CompiledCatalogue): Named[] {
  return categories.map(({ key, name, search }) => {
    const names = textsOf(name)
    return { key, names: [...names.flatMap((one) => one.split(', ')), ...names, ...search] }
  })
}

export const textsOf = (words: WordsInFile): string[] =>
  typeof words === 'string' ? [words] : Object.values(words).filter((text) => text !== undefined)

type RawDepartments = { departments?: { key?: unknown; name?: unknown }[] }

/** Departments as a file names them, sound or not. */
export function departmentNames(file: unknown): Named[] {
  const { departments } = (file ?? {}) as RawDepartments
  if (!Array.isArray(departments)) return []
  return departments.flatMap((one) => {
    const name = typeof one?.name === 'string' ? one.name : ''
    const key = typeof one?.key === 'string' ? one.key : keyOf(name)
    return key ? [{ key, names: name ? [name] : [] }] : []
  })
}

type Naming = { file: unknown; catalogue: CompiledCatalogue; districts: readonly { key: string; name: string }[] }

const CATEGORY_FIELDS: readonly PropertyKey[] = ['categories', 'without', 'category', 'changes']

/** Which names are meant at a place of `town.yaml`. */
export function namesAt(path: readonly PropertyKey[], { file, catalogue, districts }: Naming): Named[] {
  const field = path.filter((step) => typeof step !== 'number').at(-1)
  const isChange = path.length === 2 && path[0] === 'changes'
  if (isChange || (field && CATEGORY_FIELDS.includes(field))) return categoryNames(catalogue)
  if (field === 'in') return districts.map(({ key, name }) => ({ key, names: [name] }))
  return field === 'deputy' || field === 'to' ? departmentNames(file) : []
}
