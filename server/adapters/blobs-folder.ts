/** Blobs as files below one folder. */
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Blobs } from '../ports.ts'

/** Our own keys and nothing else, so that no key leads out of the folder. */
export const BLOB_KEY = /^[a-z][a-z0-9-]*\/photos\/[0-9a-f-]{36}(-small)?\.(jpg|png|webp)$/

export function folderBlobs(folder: string): Blobs {
  const fileOf = (key: string) => {
    if (!BLOB_KEY.test(key)) throw new Error('not a key of a blob')
    return join(folder, key)
  }
  return {
    async put(key, bytes) {
      const file = fileOf(key)
      await mkdir(dirname(file), { recursive: true, mode: 0o700 })
      await writeWhole(file, bytes)
    },
    async get(key) {
      try {
        return await readFile(fileOf(key))
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
        throw error
      }
    },
    remove: (key) => rm(fileOf(key), { force: true }),
  }
}

/** Whole or not at all, also after a power cut: the rename comes after the bytes are on the disk. */
async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
  const unfinished = `${file}.${crypto.randomUUID()}`
  const handle = await open(unfinished, 'wx', 0o600)
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(unfinished, file)
  const folder = await open(dirname(file), 'r')
  await folder.sync().finally(() => folder.close())
}
