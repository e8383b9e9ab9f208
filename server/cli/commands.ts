/** What commands do, wherever they run: in a process of their own or asked for by the control channel. */
import type { Database } from '../../db/client.ts'
import { LANGUAGES } from '../../tenants/languages.ts'
import type { Command, Reply } from '../adapters/data-dir-lock.ts'
import { AppError } from '../errors.ts'
import { sentence } from '../http/field-errors.ts'
import type { InUse } from '../towns/apply-town.ts'
import { ACCOUNT_COMMANDS } from './accounts.ts'
import { bouncesCommand } from './bounces.ts'
import { type CommandWorld, refuse, sayOf } from './command-world.ts'
import { serveImport } from './import/serve-import.ts'
import { DATABASE_COMMANDS, FILE_COMMANDS } from './towns/index.ts'

/** Commands that need no database; null for all others. */
export async function runWithoutDatabase(line: Command, world: CommandWorld): Promise<Reply | null> {
  const { command, args, world: asked } = withLanguage(line, world)
  const run = command === 'towns' ? FILE_COMMANDS[args[0] ?? ''] : undefined
  return run ? run(asked, args.slice(1)) : null
}

/** Refusals of the verbs become sentences here, for a terminal as for the control channel. */
export async function runCommand(database: Database, world: CommandWorld, line: Command): Promise<Reply> {
  const { world: asked, ...command } = withLanguage(line, world)
  try {
    return await dispatch(database, asked, command)
  } catch (error) {
    if (error instanceof AppError) return refuse(refusalInWords(asked, error))
    throw error
  }
}

/** `--lang en` may stand anywhere and is every command's. */
export function withLanguage({ command, args }: Command, world: CommandWorld): Command & { world: CommandWorld } {
  const at = args.indexOf('--lang')
  if (at < 0) return { command, args, world }
  const language = LANGUAGES.find((one) => one === args[at + 1])
  return { command, args: args.filter((_, i) => i !== at && i !== at + 1), world: { ...world, language } }
}

function refusalInWords(world: CommandWorld, { reason, facts }: AppError): string {
  const say = sayOf(world)
  if (reason === 'still_in_use') {
    const inUse = (facts.inUse as InUse[]).map(({ what, key, count }) => say.inUse[what](key, count))
    return say.stillInUse(String(facts.town), inUse.join(', '))
  }
  if (reason === 'catalogue_changed') return say.catalogueChanged(Number(facts.version))
  return sentence(world.language ?? 'de', reason)
}

async function dispatch(database: Database, world: CommandWorld, { command, args }: Command): Promise<Reply> {
  const [verb = '', ...rest] = args
  const run = command === 'towns' ? DATABASE_COMMANDS[verb] : undefined
  if (run) return run(database, world, rest)
  const account = command === 'accounts' ? ACCOUNT_COMMANDS[verb] : undefined
  if (account) return account(database, world, rest)
  if (command === 'bounces') return bouncesCommand(database, world, args)
  if (command === 'import') return serveImport(database, world, args)
  return refuse(sayOf(world).usage)
}
