/** The mapping as written, and what is wrong with it: by itself, and against the town's categories. */
import { readFileSync } from 'node:fs'
import { words } from '../../../client/i18n/index.ts'
import { ImportMapping } from '../../../tenants/import-schema.ts'
import type { Language } from '../../../tenants/languages.ts'
import { nearestOf, type Problem, type Where } from '../../towns/problem.ts'
import { readYaml } from '../../towns/read-yaml.ts'

export type ReadMapping = { mapping: ImportMapping; file: string; at: Where }

/** Null when there is no such file. */
export function readMapping(file: string, language: Language): ReadMapping | { problems: Problem[] } | null {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    return null
  }
  const read = readYaml({ file, text, say: words(language).check }, ImportMapping)
  return read.ok ? { mapping: read.value, file, at: read.at } : { problems: read.problems }
}

/** Categories the mapping names and the town does not have. */
export function unknownCategories(
  { mapping, file, at }: ReadMapping,
  known: readonly string[],
  language: Language,
): Problem[] {
  const { values = {}, else: other } = mapping.category
  const named: [path: string[], key: string][] = Object.entries(values).map(([cell, key]) => [
    ['category', 'values', cell],
    key,
  ])
  if (other !== undefined) named.push([['category', 'else'], other])
  return named
    .filter(([, key]) => !known.includes(key))
    .map(([path, key]) => ({
      file,
      ...at(path),
      message: words(language).imports.noCategory(key, nearestOf(key, known), known.join(', ')),
    }))
}
