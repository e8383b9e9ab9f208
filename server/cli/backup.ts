/** `npm run backup -- <folder>` and `npm run restore -- <folder>`, for the embedded installation. */
import { existsSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { words } from '../../client/i18n/index.ts'
import { keptSecret } from '../adapters/app-secret.ts'
import type { Command, Reply } from '../adapters/data-dir-lock.ts'
import { restoreBackup } from '../adapters/restore-backup.ts'
import { type Installation, writeBackup } from '../adapters/write-backup.ts'
import type { Config } from '../config.ts'
import { type CommandWorld, refuse } from './command-world.ts'
import { withLanguage } from './commands.ts'

export const blobDirOf = ({ blobDir, dataDir }: Config): string => blobDir ?? join(dataDir, 'blobs')

/** The folder made whole here, because the server that answers may stand in another one. */
export const withWholeFolder = (args: string[]): string[] =>
  args.map((arg, i) => (arg.startsWith('--') || args[i - 1] === '--lang' ? arg : resolve(arg)))

/** Run by whoever holds the database: the server by its control channel, else the command itself. */
export async function backupCommand(
  client: Installation['client'],
  config: Config,
  world: CommandWorld,
  line: Command,
): Promise<Reply> {
  const { args, world: asked } = withLanguage(line, world)
  const say = words(asked.language ?? 'de').backup
  const [folder] = args
  if (!folder) return refuse(say.nameFolder)
  if (existsSync(folder) && readdirSync(folder).length > 0) return refuse(say.notEmpty(folder))
  const secret = config.appSecret ? null : keptSecret(config.dataDir)
  const installation = { client, blobDir: blobDirOf(config), secret, now: world.now }
  const { files, gone } = await writeBackup(installation, folder)
  const blobs = files.filter(({ path }) => path.startsWith('blobs/')).length
  const output = [
    say.made(folder, blobs),
    ...(gone.length > 0 ? [say.gone(gone.length)] : []),
    ...(secret ? [] : [say.secretElsewhere]),
  ]
  return { ok: true, output: output.join('\n'), data: { folder, blobs, gone: gone.length } }
}

/** The caller holds the lock of DATA_DIR: nobody serves from it meanwhile. */
export async function restoreCommand(config: Config, world: CommandWorld, line: Command): Promise<Reply> {
  const { args, world: asked } = withLanguage(line, world)
  const say = words(asked.language ?? 'de').backup
  const folder = args.find((arg) => !arg.startsWith('--'))
  if (!folder) return refuse(say.nameBackup)
  const place = { dataDir: config.dataDir, blobDir: blobDirOf(config), now: world.now }
  const restored = await restoreBackup(folder, place, args.includes('--force'))
  switch (restored.refused) {
    case 'damaged':
      return refuse(say.damaged(restored.file))
    case 'notABackup':
      return refuse(say.notABackup(folder))
    case 'occupied':
      return refuse(say.occupied(config.dataDir))
    case 'newer':
      return refuse(say.newer)
    case null:
  }
  const output = [
    say.restored(config.dataDir),
    ...(restored.setAside ? [say.setAside(restored.setAside)] : []),
    ...(restored.isSecretElsewhere ? [say.secretElsewhere] : []),
  ]
  return { ok: true, output: output.join('\n') }
}
