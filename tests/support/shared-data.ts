/** Large official data for tests, which the repository does not hold: SHARED_DATA, or `../shared/data` beside it. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'

const BESIDE = fileURLToPath(new URL('../../../shared/data', import.meta.url))

/** The folder, or null when this machine does not have it. */
export const SHARED_DATA = [process.env.SHARED_DATA, BESIDE].find((dir) => dir && existsSync(dir)) ?? null
export const NO_SHARED_DATA =
  'The official boundaries are not there: SHARED_DATA=<folder with boundaries/ and gazetteer/>, or put it at ../shared/data.'

/** @returns the whole path, or null when the file is not on this machine */
export function sharedData(path: string): string | null {
  const file = join(SHARED_DATA ?? '', path)
  return SHARED_DATA && existsSync(file) ? file : null
}

/** The text of a file that is there, unpacked. */
export function readShared(path: string): string {
  const bytes = readFileSync(join(SHARED_DATA ?? '', path))
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
}
