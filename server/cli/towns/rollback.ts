import { parseArgs } from 'node:util'
import { z } from 'zod'
import type { Database } from '../../../db/client.ts'
import type { Reply } from '../../adapters/data-dir-lock.ts'
import { rollBackTown } from '../../towns/roll-back-town.ts'
import { type CommandWorld, refuse, sayOf } from '../command-world.ts'

const Version = z.coerce.number().int().positive().optional()

/** Brings an earlier version back as a new one. */
export async function rollbackCommand(database: Database, world: CommandWorld, args: string[]): Promise<Reply> {
  const { town, to } = parseArgs({ args, options: { town: { type: 'string' }, to: { type: 'string' } } }).values
  const say = sayOf(world)
  const version = Version.safeParse(to)
  if (!town) return refuse(say.nameTown('lemgo'))
  if (!version.success) return refuse(say.notAVersion(to ?? '', town))
  const applied = await rollBackTown(database, { town, to: version.data }, world.by, world.now())
  return { ok: true, output: say.rolledBack(town, applied.version), data: applied }
}
