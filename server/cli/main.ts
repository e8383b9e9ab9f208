/** Thin commands: `npm run towns|import|migrate|accounts|bounces|worker|backup|restore`. */
import { userInfo } from 'node:os'
import { resolve } from 'node:path'
import { words } from '../../client/i18n/index.ts'
import type { Database } from '../../db/client.ts'
import { keptSecret } from '../adapters/app-secret.ts'
import { askHolder, type Command, lockDataDir, type Reply } from '../adapters/data-dir-lock.ts'
import { openEmbedded } from '../adapters/database-embedded.ts'
import { openPostgres } from '../adapters/database-postgres.ts'
import { migratePostgres } from '../adapters/migrate-postgres.ts'
import { MIGRATIONS } from '../adapters/project-root.ts'
import { type Config, readConfig } from '../config.ts'
import { backupCommand, restoreCommand, withWholeFolder } from './backup.ts'
import { type CommandWorld, refuse } from './command-world.ts'
import { runCommand, runWithoutDatabase, withLanguage } from './commands.ts'
import { type Holder, importFile } from './import/index.ts'
import { runMailWorker } from './mail-worker.ts'

async function run(config: Config, command: Command): Promise<Reply> {
  const { tenantsDir, demo: isDemo, publicUrl } = config
  const by = userInfo().username
  const secret = () => config.appSecret ?? keptSecret(config.dataDir)
  const world: CommandWorld = { tenantsDir, by, now: () => new Date(), isDemo, publicUrl, secret }
  const done = await runWithoutDatabase(command, world)
  if (done) return done
  if (command.command === 'migrate') return migratePostgres(config)
  if (command.command === 'backup' || command.command === 'restore') return keep(config, world, command)
  const holder = holderOf(config, world)
  const answer = command.command === 'import' ? importThere(holder, world, command) : holder.ask(command)
  return answer.finally(holder.close)
}

/** Backup and restore of the embedded database: the server that holds it makes the first, none may run for the second. */
async function keep(config: Config, world: CommandWorld, given: Command): Promise<Reply> {
  if (config.databaseUrl) return refuse(words('de').backup.postgres)
  const command = { ...given, args: withWholeFolder(given.args), by: world.by }
  if (command.command === 'restore') {
    const unlock = await lockDataDir(config.dataDir, busy)
    return restoreCommand(config, world, command).finally(unlock)
  }
  const answered = await askHolder(config.dataDir, command)
  if (answered) return answered
  const { client, close } = await openFolder(config)
  return backupCommand(client, config, world, command).finally(close)
}

function importThere(holder: Holder, world: CommandWorld, command: Command): Promise<Reply> {
  const { world: asked, args } = withLanguage(command, world)
  return importFile(holder, asked, args)
}

type Opened = { database: Database; close: () => Promise<void> }

/** Asks the server that holds the folder as long as there is one; otherwise opens the database here, once. */
function holderOf(config: Config, world: CommandWorld): Holder & { close: () => Promise<void> } {
  let opened: Opened | undefined
  return {
    async ask(command) {
      if (!opened && !config.databaseUrl) {
        const asked = { ...command, args: withWholePaths(command.args), by: world.by }
        const answered = await askHolder(config.dataDir, asked)
        if (answered) return answered
      }
      opened ??= await open(config)
      return runCommand(opened.database, world, command)
    },
    isServing: () => opened === undefined,
    tell: (line) => void process.stderr.write(`${line}\n`),
    close: async () => opened?.close(),
  }
}

async function open(config: Config): Promise<Opened> {
  if (!config.databaseUrl) return openFolder(config)
  const database = openPostgres({ url: config.databaseUrl, connections: 1 })
  return { database, close: () => database.close() }
}

const busy = async () => ({ ok: false, output: 'Ein anderer Befehl läuft gerade.' })

async function openFolder({ dataDir }: Config) {
  const unlock = await lockDataDir(dataDir, busy)
  const { database, client } = await openEmbedded({ dataDir: `${dataDir}/database`, migrations: MIGRATIONS })
  const close = async () => {
    await database.close()
    unlock()
  }
  return { database, client, close }
}

/** Options that name a file: the server that answers stands in another folder. */
const FILES = new Set(['--boundaries', '--contacts'])
const withWholePaths = (args: string[]) => args.map((arg, i) => (FILES.has(args[i - 1] ?? '') ? resolve(arg) : arg))

/** More than a mail of ours, however it is wrapped; what lies behind is not needed. */
const MOST_BYTES = 1_000_000
/** EX_TEMPFAIL of sysexits.h: a mail server keeps the message and tries again. */
const TRY_AGAIN = 75

async function readInput(): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).subarray(0, MOST_BYTES).toString('base64')
}

/** What the database itself says of a failed query: the layer above repeats the statement with its values. */
const reasonOf = (error: Error): string =>
  'query' in error && error.cause instanceof Error ? error.cause.message : error.message

/** Runs one command line; prints its output and sets the exit code. `--json` prints what a machine can read. */
export async function main(line: string[]): Promise<void> {
  const isJson = line.includes('--json')
  const [command, ...args] = line.filter((word) => word !== '--json')
  let reply: Reply
  try {
    if (command === 'worker') return await runMailWorker(process.env)
    if (command === 'bounces') args.unshift(await readInput())
    reply = command
      ? await run(readConfig(process.env), { command, args })
      : { ok: false, output: words('de').terminal.usage }
  } catch (error) {
    if (!(error instanceof Error)) throw error
    reply = { ok: false, output: reasonOf(error) }
  }
  if (isJson) process.stdout.write(`${JSON.stringify(reply)}\n`)
  else (reply.ok ? process.stdout : process.stderr).write(`${reply.output}\n`)
  if (!reply.ok) process.exitCode = command === 'bounces' ? TRY_AGAIN : 1
}
