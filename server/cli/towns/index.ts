/** `npm run towns -- …`: every command by its name. A table of contents. */
import type { Database } from '../../../db/client.ts'
import type { Reply } from '../../adapters/data-dir-lock.ts'
import type { CommandWorld } from '../command-world.ts'
import { applyCommand } from './apply.ts'
import { checkCommand } from './check.ts'
import { conformanceCommand } from './conformance.ts'
import { directoryCommand } from './directory.ts'
import { dryRunCommand } from './dry-run.ts'
import { explainCommand } from './explain.ts'
import { historyCommand } from './history.ts'
import { newCommand } from './new.ts'
import { planCommand } from './plan.ts'
import { rollbackCommand } from './rollback.ts'

type WithoutDatabase = (world: CommandWorld, args: string[]) => Reply | Promise<Reply>
type WithDatabase = (database: Database, world: CommandWorld, args: string[]) => Promise<Reply>

/** They look only at files. */
export const FILE_COMMANDS: Record<string, WithoutDatabase> = {
  check: checkCommand,
  explain: explainCommand,
  new: newCommand,
}

export const DATABASE_COMMANDS: Record<string, WithDatabase> = {
  apply: applyCommand,
  conformance: conformanceCommand,
  'dry-run': dryRunCommand,
  directory: directoryCommand,
  history: historyCommand,
  plan: planCommand,
  rollback: rollbackCommand,
}
