import type { Database } from '../../../db/client.ts'
import type { Reply } from '../../adapters/data-dir-lock.ts'
import { applyTowns } from '../../towns/apply-towns.ts'
import { type CommandWorld, readTenants, sayOf, soundTownsIn } from '../command-world.ts'

/** Checks and puts into service; running servers follow within seconds. */
export async function applyCommand(database: Database, world: CommandWorld): Promise<Reply> {
  const checked = await soundTownsIn(database, world)
  if ('refusal' in checked) return checked.refusal
  const applied = await applyTowns(database, readTenants(world.tenantsDir), world.by, world.now())
  const lines = applied.map(({ town, version, changed }) => sayOf(world).applied(town, version, changed))
  return { ok: true, output: lines.join('\n'), data: applied }
}
