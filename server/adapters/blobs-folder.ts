/** Blobs as files below one folder. */
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Blobs } from '../ports.ts'
import { requireBlobKey } from './blob-key.ts'

/** Where a blob is written until it is whole. What a killed process leaves there goes with its blob's removal. */
const UNFINISHED = '.unfinished'

export function folderBlobs(folder: string): Blobs {
  const unfinished = join(folder, UNFINISHED)
  const fileOf = (key: string) => join(folder, requireBlobKey(key))
  return {
    async put(key, bytes) {
      const file = fileOf(key)
      await makeFolder(dirname(file))
      await makeFolder(unfinished)
      await writeWhole(file, bytes, join(unfinished, `${flat(key)}.${crypto.randomUUID()}`))
    },
    async get(key) {
      try {
        return await readFile(fileOf(key))
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
        throw error
      }
    },
    async remove(key) {
      await rm(fileOf(key), { force: true })
      const left = (await namesIn(unfinished)).filter((name) => name.startsWith(`${flat(key)}.`))
      for (const name of left) await rm(join(unfinished, name), { force: true })
    },
  }
}

const flat = (key: string) => key.replaceAll('/', '-')

const namesIn = (folder: string): Promise<string[]> =>
  readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })

/** With its name on the disk: a file is as safe as the folders it lies in. */
async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true, mode: 0o700 })
  if (first === undefined) return
  for (let made = folder; made.length >= first.length; made = dirname(made)) await sync(dirname(made))
}

/** Whole or not at all, also after a power cut: the rename comes after the bytes are on the disk. */
async function writeWhole(file: string, bytes: Uint8Array, unfinished: string): Promise<void> {
  const handle = await open(unfinished, 'wx', 0o600)
  try {
    await handle.writeFile(bytes)
    await handle.sync()
    await rename(unfinished, file)
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  } finally {
    await handle.close()
  }
  await sync(dirname(file))
}

async function sync(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}
