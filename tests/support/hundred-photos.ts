/** The hundred files: photos of real cameras, broken ones, and what only calls itself a photo. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { NO_SHARED_DATA, sharedData } from './shared-data.ts'

export const FOLDER = sharedData('photos')
export const HUNDRED_FILES = `the hundred files${FOLDER ? '' : ` (skipped: ${NO_SHARED_DATA})`}`

/** By folder and name; none when this machine does not have them. */
export const names = FOLDER
  ? readdirSync(FOLDER, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(FOLDER.length + 1))
      .sort()
  : []

export const bytesOf = (name: string) => new Uint8Array(readFileSync(join(FOLDER!, name)))
