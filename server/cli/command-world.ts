/** Where a command runs: which folders, who asks, when, in which language it answers. */
import { type Messages, words } from '../../client/i18n/index.ts'
import type { Database } from '../../db/client.ts'
import type { Language } from '../../tenants/languages.ts'
import type { Reply } from '../adapters/data-dir-lock.ts'
import { readCatalogueFolder, readTownFolders } from '../adapters/tenant-folder.ts'
import { type CheckedTowns, checkTowns, type TenantsFolder } from '../towns/check-towns.ts'
import { type EarlierCatalogues, earlierCatalogues } from '../towns/earlier-catalogues.ts'
import { problemLine } from '../towns/problem.ts'

export type CommandWorld = {
  tenantsDir: string
  by: string
  now: () => Date
  language?: Language | undefined
  isDemo?: boolean | undefined
  /** APP_SECRET, for what makes links. */
  secret?: (() => string) | undefined
  /** Base of links that are printed; without it only their path is. */
  publicUrl?: string | null | undefined
}

export const sayOf = ({ language = 'de' }: CommandWorld): Messages['terminal'] => words(language).terminal

export const refuse = (output: string): Reply => ({ ok: false, output })

export function readTenants(dir: string): TenantsFolder {
  return { catalogue: readCatalogueFolder(dir), towns: readTownFolders(dir) }
}

export type Sound = CheckedTowns & { catalogue: NonNullable<CheckedTowns['catalogue']> }

/** The towns of the folder, or the refusal that names everything wrong with them. */
export function soundTowns(
  { tenantsDir, language }: CommandWorld,
  earlier?: EarlierCatalogues,
): { sound: Sound } | { refusal: Reply } {
  const checked = checkTowns(readTenants(tenantsDir), language, earlier)
  const { catalogue, problems } = checked
  if (problems.length > 0 || !catalogue)
    return { refusal: { ...refuse(problems.map(problemLine).join('\n')), data: problems } }
  return { sound: { ...checked, catalogue } }
}

/** The same with a database at hand, which also knows the catalogues that towns have stayed with. */
export async function soundTownsIn(database: Database, world: CommandWorld) {
  return soundTowns(world, await earlierCatalogues(database, readTenants(world.tenantsDir)))
}
