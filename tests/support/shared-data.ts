/** Large official files that are not part of the project: found beside the repository or where SHARED_DATA says. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/** @returns the whole path, or null when the file is not on this machine */
export function sharedData(path: string): string | null {
  const file = join(process.env.SHARED_DATA ?? join(ROOT, '../shared/data'), path)
  return existsSync(file) ? file : null
}
