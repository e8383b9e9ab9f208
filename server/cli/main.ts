/** Thin commands: `npm run towns|migrate|accounts|bounces`. */
import { userInfo } from 'node:os'
import { resolve } from 'node:path'
import { words } from '../../client/i18n/index.ts'
import { askHolder, type Command, lockDataDir, type Reply } from '../adapters/data-dir-lock.ts'
import { openEmbedded } from '../adapters/database-embedded.ts'
import { openPostgres } from '../adapters/database-postgres.ts'
import { migratePostgres } from '../adapters/migrate-postgres.ts'
import { MIGRATIONS } from '../adapters/project-root.ts'
import { type Config, readConfig } from '../config.ts'
import type { CommandWorld } from './command-world.ts'
import { runCommand, runWithoutDatabase } from './commands.ts'

async function run(config: Config, command: Command): Promise<Reply> {
  const { tenantsDir, demo: isDemo, publicUrl } = config
  const world: CommandWorld = { tenantsDir, by: userInfo().username, now: () => new Date(), isDemo, publicUrl }
  const done = await runWithoutDatabase(command, world)
  if (done) return done
  if (command.command === 'migrate') return migratePostgres(config)
  if (config.databaseUrl) {
    const database = openPostgres({ url: config.databaseUrl, connections: 1 })
    return runCommand(database, world, command).finally(() => database.close())
  }
  const answered = await askHolder(config.dataDir, { ...command, args: withWholePaths(command.args), by: world.by })
  if (answered) return answered
  const unlock = await lockDataDir(config.dataDir, async () => ({
    ok: false,
    output: 'Ein anderer Befehl läuft gerade.',
  }))
  const { database } = await openEmbedded({ dataDir: `${config.dataDir}/database`, migrations: MIGRATIONS })
  return runCommand(database, world, command).finally(async () => {
    await database.close()
    unlock()
  })
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

/** Runs one command line; prints its output and sets the exit code. `--json` prints what a machine can read. */
export async function main(line: string[]): Promise<void> {
  const isJson = line.includes('--json')
  const [command, ...args] = line.filter((word) => word !== '--json')
  let reply: Reply
  try {
    if (command === 'bounces') args.unshift(await readInput())
    reply = command
      ? await run(readConfig(process.env), { command, args })
      : { ok: false, output: words('de').terminal.usage }
  } catch (error) {
    if (!(error instanceof Error)) throw error
    reply = { ok: false, output: error.message }
  }
  if (isJson) process.stdout.write(`${JSON.stringify(reply)}\n`)
  else (reply.ok ? process.stdout : process.stderr).write(`${reply.output}\n`)
  if (!reply.ok) process.exitCode = command === 'bounces' ? TRY_AGAIN : 1
}
