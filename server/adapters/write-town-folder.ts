/** Puts a new town's folder below TENANTS_DIR. Never over one that is there. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** @returns false when the folder exists already; then nothing was written */
export function writeTownFolder(dir: string, key: string, files: Record<string, string>): boolean {
  const folder = join(dir, key)
  try {
    mkdirSync(folder)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  return true
}
