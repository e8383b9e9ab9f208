import { words } from '../../../client/i18n/index.ts'
import type { Database } from '../../../db/client.ts'
import type { Reply } from '../../adapters/data-dir-lock.ts'
import type { Applied } from '../../towns/apply-town.ts'
import { applyTowns } from '../../towns/apply-towns.ts'
import { resolveTown } from '../../towns/resolve-town.ts'
import { type CommandWorld, readTenants, type Sound, sayOf, soundTownsIn } from '../command-world.ts'
import { linesInWords } from './conformance.ts'

/** Checks and puts into service; running servers follow within seconds. */
export async function applyCommand(database: Database, world: CommandWorld): Promise<Reply> {
  const checked = await soundTownsIn(database, world)
  if ('refusal' in checked) return checked.refusal
  const applied = await applyTowns(database, readTenants(world.tenantsDir), world.by, world.now())
  const lines = applied.flatMap((one) => [
    sayOf(world).applied(one.town, one.version, one.changed),
    ...gateLines(world, checked.sound, one),
  ])
  return { ok: true, output: lines.join('\n'), data: applied }
}

/** What keeps a town from going live, or what a live one has to put right. */
function gateLines(world: CommandWorld, { towns, catalogue }: Sound, { town: key, gate, wentLive }: Applied): string[] {
  const { terminal } = words(world.language ?? 'de').conformance
  const stored = towns.find(({ town }) => town.key === key)!.town
  if (wentLive) return [terminal.goesLive(stored.name)]
  if (!gate) return []
  const town = resolveTown(stored, new Map(catalogue.categories.map((one) => [one.key, one])))
  const head = gate.isLive ? terminal.staysLive : terminal.staysPreview
  return [head(stored.name, gate.failing.length), ...linesInWords(world, town, gate.failing)]
}
