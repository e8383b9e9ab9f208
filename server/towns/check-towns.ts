/** `towns check`: a whole folder of towns, held against the catalogue and each other. */
import { words } from '../../client/i18n/index.ts'
import type { Language } from '../../tenants/languages.ts'
import type { TownFolder } from './check.ts'
import { type CatalogueFolder, checkCatalogue } from './check-catalogue.ts'
import { type CompiledTown, checkTown, readTown } from './check-town.ts'
import type { CompiledCatalogue } from './compile-town.ts'
import type { Problem } from './problem.ts'

export type TenantsFolder = { catalogue: CatalogueFolder; towns: TownFolder[] }
export type CheckedTowns = { catalogue: CompiledCatalogue | null; towns: CompiledTown[]; problems: Problem[] }

/** Finds everything at once: nobody likes to be sent back twice. */
export function checkTowns({ catalogue, towns }: TenantsFolder, language: Language = 'de'): CheckedTowns {
  const say = words(language).check
  const shared = checkCatalogue(catalogue, say)
  if (!shared.ok) return { catalogue: null, towns: [], problems: shared.problems }
  const all = towns.map((folder) => readTown(folder, say))
  const read = all.flatMap((one) => (one.ok ? [one.read] : []))
  const surroundings = { catalogue: shared.catalogue, towns: read, say }
  const checked = read.map((one) => checkTown(one, surroundings))
  return {
    catalogue: shared.catalogue,
    towns: checked.flatMap((one) => (one.ok ? [one.compiled] : [])),
    problems: [...all, ...checked].flatMap((one) => (one.ok ? [] : one.problems)),
  }
}
