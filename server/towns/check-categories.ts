/** Categories: all of the catalogue or the town's own, each once, and changes only to what the town offers. */
import type { Check } from './check.ts'
import { takenFrom } from './compile-town.ts'
import { categoryNames, meantOf } from './meant-words.ts'

type Looked = Pick<Check, 'file' | 'catalogue' | 'say'>

export function checkCategories(check: Check): void {
  const { file, catalogue, say, found } = check
  const known = catalogue.categories.map(({ key }) => key)
  for (const field of ['categories', 'without'] as const) {
    const listed = file[field] === 'all' ? [] : file[field]
    listed.forEach((key, index) => {
      if (!known.includes(key)) found([field, index], notInCatalogue(check, key))
      else if (listed.indexOf(key) !== index) found([field, index], say.category.twice(key))
    })
  }
  const offered = offeredBy(check)
  for (const [key, change] of Object.entries(file.changes)) {
    const wrong = categoryUnknown(check, key, offered)
    if (wrong) found(['changes', key], wrong)
    const { kind } = catalogue.categories.find((one) => one.key === key) ?? {}
    if (kind === 'service_order' && change.disclosure && change.disclosure !== 'never')
      found(['changes', key, 'disclosure'], say.category.orderPublic(key))
  }
  checkOwn(check, known)
}

function checkOwn({ file, catalogue, say, found }: Check, known: readonly string[]): void {
  file.own.forEach(({ key, group, groupName, kind, disclosure }, index) => {
    if (known.includes(key)) found(['own', index, 'key'], say.category.ownTaken(key))
    else if (file.own.findIndex((other) => other.key === key) !== index)
      found(['own', index, 'key'], say.category.ownTwice(key))
    const isKnownGroup = catalogue.categories.some((category) => category.group === group)
    if (!isKnownGroup && !groupName) found(['own', index, 'group'], say.category.ownGroup(group))
    if (kind === 'service_order' && disclosure !== 'never')
      found(['own', index, 'disclosure'], say.category.orderPublic(key))
  })
}

/** What a town offers, with what its misspelt categories mean: those are told once, where they are listed. */
export function offeredBy({ file, catalogue }: Pick<Check, 'file' | 'catalogue'>): string[] {
  const listed = file.categories === 'all' ? [] : file.categories
  const unknown = listed.filter((key) => !catalogue.categories.some((category) => category.key === key))
  const meant = unknown.flatMap((key) => meantOf(key, categoryNames(catalogue)) ?? [])
  return [...takenFrom(file, catalogue), ...meant, ...file.own.map(({ key }) => key)]
}

/** Why a category cannot be named here; null when the town offers it. */
export function categoryUnknown(check: Looked, key: string, offered: readonly string[]): string | null {
  if (offered.includes(key)) return null
  const isKnown = check.catalogue.categories.some((category) => category.key === key)
  return isKnown ? check.say.category.notTaken(key) : notInCatalogue(check, key)
}

function notInCatalogue({ file, catalogue, say }: Looked, key: string): string {
  const own = file.own.map((category) => ({ key: category.key, names: [] }))
  const meant = meantOf(key, [...categoryNames(catalogue), ...own])
  return meant ? say.category.unknownMeant(key, meant) : say.category.unknown(key)
}
