/** `towns check` and `towns apply`: a whole folder of towns, checked together and applied only if all are sound. */
import type { Database } from '../../db/client.ts'
import { type Applied, applyTown } from './apply-town.ts'
import { type CatalogueFolder, checkCatalogue } from './check-catalogue.ts'
import { type CompiledTown, checkTown, type Problem, type TownFolder } from './check-town.ts'

export type TenantsFolder = { catalogue: CatalogueFolder; towns: TownFolder[] }
export type CheckedTowns = { towns: CompiledTown[]; problems: Problem[] }

export function checkTowns({ catalogue, towns }: TenantsFolder): CheckedTowns {
  const shared = checkCatalogue(catalogue)
  if (!shared.ok) return { towns: [], problems: shared.problems }
  const checked = towns.map((folder) => checkTown(folder, shared.catalogue))
  return {
    towns: checked.flatMap((one) => (one.ok ? [one.compiled] : [])),
    problems: checked.flatMap((one) => (one.ok ? [] : one.problems)),
  }
}

/** @throws Error with every problem, one a line, when something is wrong; then nothing was applied */
export async function applyTowns(database: Database, folder: TenantsFolder, by: string, now: Date): Promise<Applied[]> {
  const { towns, problems } = checkTowns(folder)
  if (problems.length > 0) throw new Error(problems.map(problemLine).join('\n'))
  const applied: Applied[] = []
  for (const compiled of towns) applied.push(await applyTown(database, compiled, by, now))
  return applied
}

/** `bad-salzuflen/town.yaml:12:3 …`, as editors and terminals link it. */
export function problemLine({ file, line, column, message }: Problem): string {
  return `${[file, line, column].filter((part) => part !== undefined).join(':')} ${message}`
}
