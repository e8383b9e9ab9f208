import type { Reply } from '../../adapters/data-dir-lock.ts'
import { type CommandWorld, sayOf, soundTowns } from '../command-world.ts'

/** Everything that is wrong with the files, by line. Needs no database. */
export function checkCommand(world: CommandWorld): Reply {
  const checked = soundTowns(world)
  if ('refusal' in checked) return checked.refusal
  const { towns, unchecked } = checked.sound
  const names = towns.map(({ town }) => town.name)
  const say = sayOf(world)
  const notes = unchecked.map(({ town, catalogue }) => say.staysWith(town, catalogue))
  return { ok: true, output: [say.allWell(names.length, names.join(', ')), ...notes].join('\n'), data: [] }
}
