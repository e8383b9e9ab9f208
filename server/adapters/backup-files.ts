/** What a backup of the embedded installation consists of: a folder of files, and a manifest that makes it whole. */
import { createHash } from 'node:crypto'
import { mkdir, open, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { BLOB_KEY } from './blob-key.ts'

export const DATABASE_FILE = 'database.tar.gz'
export const SECRET_FILE = 'app-secret'
const MANIFEST_FILE = 'manifest.json'

/** Nothing a manifest names leads out of the backup or of the folder it is restored to. */
const isOurs = (path: string) =>
  path === DATABASE_FILE || path === SECRET_FILE || (path.startsWith('blobs/') && BLOB_KEY.test(path.slice(6)))

const Manifest = z.object({
  format: z.literal(1),
  madeAt: z.iso.datetime(),
  schemaVersion: z.number(),
  /** `environment`: APP_SECRET was set there and has to be set again. */
  secret: z.enum(['kept', 'environment']),
  files: z.array(z.object({ path: z.string().refine(isOurs), bytes: z.number(), sha256: z.string() })),
  /** Keys of photos the database names and no file was there for: erased while the backup was made, or lost before. */
  gone: z.array(z.string()),
})
export type Manifest = z.infer<typeof Manifest>
export type BackupFile = Manifest['files'][number]

/** On the disk when it returns. */
export async function keepFile(folder: string, path: string, bytes: Uint8Array): Promise<BackupFile> {
  const file = join(folder, path)
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  const handle = await open(file, 'wx', 0o600)
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
  return { path, bytes: bytes.byteLength, sha256: sha256(bytes) }
}

/** Last of all: a folder without it is not a backup. */
export async function keepManifest(folder: string, manifest: Manifest): Promise<void> {
  await keepFile(folder, MANIFEST_FILE, Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`))
}

/** Null when the folder is not a whole backup. */
export async function readManifest(folder: string): Promise<Manifest | null> {
  try {
    return Manifest.parse(JSON.parse(await readFile(join(folder, MANIFEST_FILE), 'utf8')))
  } catch {
    return null
  }
}

/** The file as it was backed up, or null when it is not. */
export async function readKept(folder: string, { path, sha256: expected }: BackupFile): Promise<Uint8Array | null> {
  const bytes = await readFile(join(folder, path)).catch(() => null)
  return bytes && sha256(bytes) === expected ? bytes : null
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
