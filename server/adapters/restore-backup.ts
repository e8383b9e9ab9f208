/** Puts a backup of the embedded installation in place, checked whole before anything is touched. */
import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { SCHEMA_VERSION } from '../schema-version.ts'
import { DATABASE_FILE, readKept, readManifest, SECRET_FILE } from './backup-files.ts'
import { folderBlobs } from './blobs-folder.ts'
import { openEmbedded } from './database-embedded.ts'
import { MIGRATIONS } from './project-root.ts'
import { listBlobs } from './write-backup.ts'

export type Place = { dataDir: string; blobDir: string; now: () => Date }

type Refused = { refused: 'notABackup' | 'newer' | 'occupied' } | { refused: 'damaged'; file: string }
export type Restored = Refused | { refused: null; setAside: string | null; isSecretElsewhere: boolean }

/** What an installation keeps in DATA_DIR besides photos; the last is what the demo has applied. */
const OWN = ['database', 'app-secret', 'tenants.sha256']

/** @param isForced whether what is there may be set aside. The caller holds the lock of the folder. */
export async function restoreBackup(folder: string, place: Place, isForced: boolean): Promise<Restored> {
  const manifest = await readManifest(folder)
  if (!manifest?.files.some(({ path }) => path === DATABASE_FILE)) return { refused: 'notABackup' }
  if (manifest.schemaVersion > SCHEMA_VERSION) return { refused: 'newer' }
  for (const file of manifest.files) {
    if (!(await readKept(folder, file))) return { refused: 'damaged', file: file.path }
  }
  const isOccupied = await hasData(place)
  if (isOccupied && !isForced) return { refused: 'occupied' }
  const setAside = isOccupied ? await setDataAside(place) : null

  const blobs = folderBlobs(place.blobDir)
  for (const file of manifest.files) {
    if (file.path.startsWith('blobs/')) await blobs.put(file.path.slice(6), (await readKept(folder, file))!, '')
  }
  if (manifest.secret === 'kept') {
    await writeFile(join(place.dataDir, 'app-secret'), await readFile(join(folder, SECRET_FILE)), { mode: 0o600 })
  }
  await loadDatabase(join(folder, DATABASE_FILE), place.dataDir)
  return { refused: null, setAside, isSecretElsewhere: manifest.secret === 'environment' }
}

/** Under its own name only when it is whole, and on this program's schema. */
async function loadDatabase(dump: string, dataDir: string): Promise<void> {
  const unfinished = join(dataDir, 'database.restoring')
  await rm(unfinished, { recursive: true, force: true })
  const loadDataDir = new Blob([await readFile(dump)], { type: 'application/gzip' })
  const { database } = await openEmbedded({ dataDir: unfinished, loadDataDir, migrations: MIGRATIONS })
  await database.close()
  await rename(unfinished, join(dataDir, 'database'))
}

async function hasData({ dataDir, blobDir }: Place): Promise<boolean> {
  return OWN.some((name) => existsSync(join(dataDir, name))) || (await listBlobs(blobDir)).length > 0
}

/** Kept, because whoever restores in a hurry may have taken the wrong folder. */
async function setDataAside({ dataDir, blobDir, now }: Place): Promise<string> {
  const name = `before-${now().toISOString().replaceAll(/[:.]/g, '-')}`
  const aside = join(dataDir, name)
  await mkdir(aside, { mode: 0o700 })
  for (const own of OWN) {
    if (existsSync(join(dataDir, own))) await rename(join(dataDir, own), join(aside, own))
  }
  // A folder of photos may be on another disk, where a rename cannot lead here.
  const isInside = blobDir === join(dataDir, 'blobs')
  if (existsSync(blobDir)) await rename(blobDir, isInside ? join(aside, 'blobs') : `${blobDir}-${name}`)
  return aside
}
