import type { Reply } from '../../adapters/data-dir-lock.ts'
import { type CommandWorld, sayOf, soundTowns } from '../command-world.ts'

/** Everything that is wrong with the files, by line. Needs no database. */
export function checkCommand(world: CommandWorld): Reply {
  const checked = soundTowns(world)
  if ('refusal' in checked) return checked.refusal
  const names = checked.sound.towns.map(({ town }) => town.name)
  return { ok: true, output: sayOf(world).allWell(names.length, names.join(', ')), data: [] }
}
