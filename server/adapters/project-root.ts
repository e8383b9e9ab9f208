/** Where the project's files are, whether run from source or from dist. */
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const PROJECT_ROOT = findRoot(dirname(fileURLToPath(import.meta.url)))
export const MIGRATIONS = join(PROJECT_ROOT, 'db', 'migrations')

function findRoot(from: string): string {
  if (existsSync(join(from, 'package.json'))) return from
  const above = dirname(from)
  if (above === from) throw new Error('package.json not found above this file')
  return findRoot(above)
}
