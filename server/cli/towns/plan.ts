import { parseArgs } from 'node:util'
import type { Database } from '../../../db/client.ts'
import type { Reply } from '../../adapters/data-dir-lock.ts'
import { earlierCatalogues } from '../../towns/earlier-catalogues.ts'
import { planInWords } from '../../towns/plan-in-words.ts'
import { planTowns } from '../../towns/plan-towns.ts'
import { type CommandWorld, readTenants, refuse, sayOf, soundTowns } from '../command-world.ts'

/** What `apply` would change, in words. */
export async function planCommand(database: Database, world: CommandWorld, args: string[]): Promise<Reply> {
  const { town: key } = parseArgs({ args, options: { town: { type: 'string' } } }).values
  const earlier = await earlierCatalogues(database, readTenants(world.tenantsDir))
  const checked = soundTowns(world, earlier)
  if ('refusal' in checked) return checked.refusal
  const { towns, catalogue } = checked.sound
  const known = towns.map(({ town }) => town.key)
  if (key !== undefined && !known.includes(key)) return refuse(sayOf(world).nameOneOf('town', known.join(', ')))
  const plan = await planTowns(database, checked.sound, { key, earlier })
  const naming = {
    towns: new Map(towns.map(({ town }) => [town.key, town])),
    catalogue: new Map(catalogue.categories.map((one) => [one.key, one])),
  }
  return { ok: true, output: planInWords(world.language ?? 'de', plan, naming), data: plan }
}
