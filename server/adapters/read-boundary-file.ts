/** Reads an official boundary file, packed or not. */
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

/** @returns null when it cannot be read */
export function readBoundaryFile(file: string): string | null {
  try {
    const bytes = readFileSync(file)
    return (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
  } catch {
    return null
  }
}
