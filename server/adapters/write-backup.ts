/** Backs up the embedded installation while it serves. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { PGlite } from '@electric-sql/pglite'
import { SCHEMA_VERSION } from '../schema-version.ts'
import { type BackupFile, DATABASE_FILE, keepFile, keepManifest, type Manifest, SECRET_FILE } from './backup-files.ts'
import { BLOB_KEY } from './blob-key.ts'

export type Installation = {
  client: PGlite
  blobDir: string
  /** Null when the environment holds it. */
  secret: string | null
  now: () => Date
}

/**
 * Database first, photos after it: a photo lies among the blobs before a row names it, so whatever the dump names is
 * there, unless it was erased in between.
 * @param folder absent or empty
 */
export async function writeBackup({ client, blobDir, secret, now }: Installation, folder: string): Promise<Manifest> {
  const madeAt = now().toISOString()
  const named = await namedBlobs(client)
  const dump = await client.dumpDataDir('gzip')
  const files = [await keepFile(folder, DATABASE_FILE, new Uint8Array(await dump.arrayBuffer()))]
  if (secret) files.push(await keepFile(folder, SECRET_FILE, Buffer.from(secret)))
  const blobs = await keepBlobs(blobDir, folder)
  const kept = new Set(blobs.map(({ path }) => path))
  const manifest: Manifest = {
    format: 1,
    madeAt,
    schemaVersion: SCHEMA_VERSION,
    secret: secret ? 'kept' : 'environment',
    files: [...files, ...blobs],
    gone: named.filter((key) => !kept.has(`blobs/${key}`)),
  }
  await keepManifest(folder, manifest)
  return manifest
}

/** Of all towns: the embedded session is bound by no policy outside a unit of work. */
async function namedBlobs(client: PGlite): Promise<string[]> {
  const { rows } = await client.query<{ key: string }>(
    'select blob_key as key from report_photos union select blob_key from draft_photos order by key',
  )
  return rows.map(({ key }) => key)
}

async function keepBlobs(blobDir: string, folder: string): Promise<BackupFile[]> {
  const kept: BackupFile[] = []
  for (const key of await listBlobs(blobDir)) {
    const bytes = await readFile(join(blobDir, key)).catch(unlessGone)
    if (bytes) kept.push(await keepFile(folder, `blobs/${key}`, bytes))
  }
  return kept
}

/** Keys of whole blobs; unfinished ones have other names. */
export async function listBlobs(blobDir: string): Promise<string[]> {
  const entries = await readdir(blobDir, { recursive: true }).catch(unlessGone)
  return (entries ?? []).filter((entry) => BLOB_KEY.test(entry)).sort()
}

function unlessGone(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null
  throw error
}
