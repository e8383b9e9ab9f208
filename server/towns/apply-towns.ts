/** `towns apply`: a whole folder of towns, applied only if all are sound. */
import type { Database } from '../../db/client.ts'
import { conflict } from '../errors.ts'
import { hashOf } from '../secrets.ts'
import { type Applied, applyTown } from './apply-town.ts'
import { addCatalogueVersion, findCatalogueVersion } from './catalogue-rows.ts'
import { checkTowns, type TenantsFolder } from './check-towns.ts'
import type { CompiledCatalogue } from './compile-town.ts'
import { earlierCatalogues } from './earlier-catalogues.ts'
import { problemLine } from './problem.ts'

/**
 * @throws Error with every problem, one a line, when something is wrong; conflict `catalogue_changed` when the catalogue
 * differs from what was applied under its version. Then nothing was applied.
 */
export async function applyTowns(database: Database, folder: TenantsFolder, by: string, now: Date): Promise<Applied[]> {
  const earlier = await earlierCatalogues(database, folder)
  const { catalogue, towns, problems } = checkTowns(folder, 'de', earlier)
  if (problems.length > 0 || !catalogue) throw new Error(problems.map(problemLine).join('\n'))
  await keepCatalogue(database, catalogue, { by, now })
  // Counties first: a town whose rules name its county goes live only when that is there.
  const inOrder = [...towns].sort((a, b) => Number(b.town.kind === 'county') - Number(a.town.kind === 'county'))
  const applied: Applied[] = []
  for (const compiled of inOrder) applied.push(await applyTown(database, compiled, by, now))
  return applied
}

type Who = { by: string; now: Date }

/** Keeps the catalogue under its version; what stands there is never changed, since towns and rollbacks rely on it. */
export async function keepCatalogue(database: Database, catalogue: CompiledCatalogue, { by, now }: Who): Promise<void> {
  const { version, categories } = catalogue
  const contentHash = await hashOf(JSON.stringify(categories))
  await database.inTransaction(null, async (db) => {
    const earlier = await findCatalogueVersion(db, version)
    if (earlier && earlier.contentHash !== contentHash) throw conflict('catalogue_changed', { version })
    if (!earlier) await addCatalogueVersion(db, { version, categories, contentHash, appliedAt: now, appliedBy: by })
  })
}
