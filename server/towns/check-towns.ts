/** `towns check`: a whole folder of towns, held against the catalogue and each other. */
import { words } from '../../client/i18n/index.ts'
import type { Language } from '../../tenants/languages.ts'
import type { ReadTown, TownFolder } from './check.ts'
import { type CatalogueFolder, checkCatalogue } from './check-catalogue.ts'
import { type Checked, type CompiledTown, checkTown, readTown } from './check-town.ts'
import type { CompiledCatalogue } from './compile-town.ts'
import type { EarlierCatalogues } from './earlier-catalogues.ts'
import type { Problem, Say } from './problem.ts'

export type TenantsFolder = { catalogue: CatalogueFolder; towns: TownFolder[] }
export type CheckedTowns = {
  catalogue: CompiledCatalogue | null
  towns: CompiledTown[]
  problems: Problem[]
  /** Towns that stay with an earlier catalogue: without a database only their files could be read. */
  unchecked: Unchecked[]
}
type Unchecked = { town: string; catalogue: number }

/**
 * Finds everything at once: nobody likes to be sent back twice.
 * @param earlier catalogues that towns may have stayed with; absent where there is no database to ask
 */
export function checkTowns(
  { catalogue, towns }: TenantsFolder,
  language: Language = 'de',
  earlier?: EarlierCatalogues,
): CheckedTowns {
  const say = words(language).check
  const shared = checkCatalogue(catalogue, say)
  if (!shared.ok) return { catalogue: null, towns: [], problems: shared.problems, unchecked: [] }
  const all = towns.map((folder) => readTown(folder, say))
  const read = all.flatMap((one) => (one.ok ? [one.read] : []))
  const surroundings = { catalogue: shared.catalogue, towns: read, say }
  const newest = shared.catalogue.version
  const staysBehind = ({ file }: ReadTown) => file.catalogue !== undefined && file.catalogue < newest
  const behind = earlier ? [] : read.filter(staysBehind)
  const checked = read
    .filter((one) => !behind.includes(one))
    .map((one) => {
      if (!staysBehind(one)) return checkTown(one, surroundings)
      const kept = earlier?.get(one.file.catalogue!)
      return kept ? checkTown(one, { ...surroundings, catalogue: kept }) : neverHad(one, say)
    })
  return {
    catalogue: shared.catalogue,
    towns: checked.flatMap((one) => (one.ok ? [one.compiled] : [])),
    problems: [...all, ...checked].flatMap((one) => (one.ok ? [] : one.problems)),
    unchecked: behind.map(({ file }) => ({ town: file.key, catalogue: file.catalogue! })),
  }
}

function neverHad({ folder, file, at }: ReadTown, say: Say): Checked {
  const message = say.catalogueNeverHad(file.catalogue!)
  return { ok: false, problems: [{ file: `${folder.key}/town.yaml`, ...at(['catalogue']), message }] }
}
