import { parseArgs } from 'node:util'
import { formatDateTime } from '../../../client/i18n/index.ts'
import type { Database } from '../../../db/client.ts'
import type { Reply } from '../../adapters/data-dir-lock.ts'
import { listTownVersionRows } from '../../towns/rows.ts'
import { type CommandWorld, refuse, sayOf } from '../command-world.ts'

/** Who applied what when, newest first. */
export async function historyCommand(database: Database, world: CommandWorld, args: string[]): Promise<Reply> {
  const { town } = parseArgs({ args, options: { town: { type: 'string' } } }).values
  const say = sayOf(world)
  if (!town) return refuse(say.nameTown('lemgo'))
  const versions = await database.inTransaction(null, (db) => listTownVersionRows(db, town))
  if (versions.length === 0) return refuse(say.unknownTown(town))
  const lines = versions.map(({ version, appliedAt, appliedBy }) =>
    say.version(version, formatDateTime(world.language ?? 'de', appliedAt, world.now()), appliedBy),
  )
  return { ok: true, output: lines.join('\n'), data: versions }
}
