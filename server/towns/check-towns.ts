/** `towns check`: a whole folder of towns, held against the catalogue and each other. */
import { words } from '../../client/i18n/index.ts'
import type { Language } from '../../tenants/languages.ts'
import type { ReadTown, TownFolder } from './check.ts'
import { type CatalogueFolder, checkCatalogue } from './check-catalogue.ts'
import { type Checked, type CompiledTown, checkTown, readTown } from './check-town.ts'
import type { CompiledCatalogue } from './compile-town.ts'
import type { EarlierCatalogues } from './earlier-catalogues.ts'
import { about, type Problem, type Say } from './problem.ts'

export type TenantsFolder = { catalogue: CatalogueFolder; towns: TownFolder[] }
type CheckedFolders = {
  towns: CompiledTown[]
  problems: Problem[]
  /** Towns that stay with an earlier catalogue: without a database only their files could be read. */
  unchecked: Unchecked[]
}
export type CheckedTowns = CheckedFolders & { catalogue: CompiledCatalogue | null }
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
  return { catalogue: shared.catalogue, ...checkFolders(towns, { catalogue: shared.catalogue, say, earlier }) }
}

type Against = { catalogue: CompiledCatalogue; say: Say; earlier?: EarlierCatalogues | undefined }

/** Takes a catalogue that is known to be sound. */
export function checkFolders(folders: TownFolder[], { catalogue, say, earlier }: Against): CheckedFolders {
  const all = folders.map((folder) => readTown(folder, say, catalogue))
  const read = all.flatMap((one) => (one.read ? [one.read] : []))
  const surroundings = { catalogue, towns: read, say }
  const staysBehind = ({ file }: ReadTown) => file.catalogue !== undefined && file.catalogue < catalogue.version
  const held = (one: ReadTown): Checked | null => {
    if (!staysBehind(one)) return checkTown(one, surroundings)
    if (!earlier) return null
    const kept = earlier.get(one.file.catalogue!)
    // Text modules bind nobody: everybody has the newest.
    const { modules } = catalogue
    return kept ? checkTown(one, { ...surroundings, catalogue: { ...kept, modules } }) : neverHad(one, say)
  }
  const checked: CheckedFolders = { towns: [], problems: [], unchecked: [] }
  for (const one of all) {
    const found = one.ok ? [] : [...one.problems]
    const result = one.read && held(one.read)
    if (result?.ok) checked.towns.push(result.compiled)
    else if (result) found.push(...withoutEchoes(result.problems, found))
    else if (one.ok) checked.unchecked.push({ town: one.read.file.key, catalogue: one.read.file.catalogue! })
    checked.problems.push(...inOrder(found))
  }
  return checked
}

function neverHad({ folder, file, at }: ReadTown, say: Say): Checked {
  const path = ['catalogue']
  const message = about(path, say.catalogueNeverHad(file.catalogue!), say)
  return { ok: false, problems: [{ file: `${folder.key}/town.yaml`, ...at(path), message }] }
}

/** What is found on a line that is wrong anyway may only follow from that. */
function withoutEchoes(problems: readonly Problem[], earlier: readonly Problem[]): Problem[] {
  return problems.filter(({ file, line }) => !earlier.some((one) => one.file === file && one.line === line))
}

/** As one reads a file, from top to bottom; files in the order they were looked at. */
function inOrder(problems: readonly Problem[]): Problem[] {
  const files = [...new Set(problems.map(({ file }) => file))]
  const rank = ({ file, line = 0, column = 0 }: Problem) => [files.indexOf(file), line, column] as const
  return [...problems].sort((a, b) => {
    const [x, y] = [rank(a), rank(b)]
    return x[0] - y[0] || x[1] - y[1] || x[2] - y[2]
  })
}
