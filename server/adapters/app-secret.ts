/** The embedded database brings its own secret: made once, kept beside the data, so that links survive a restart. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { randomToken } from '../secrets.ts'

export function keptSecret(dataDir: string): string {
  const file = join(dataDir, 'app-secret')
  if (!existsSync(file)) writeFileSync(file, randomToken(), { mode: 0o600 })
  return readFileSync(file, 'utf8').trim()
}
