/** Reads the folders below TENANTS_DIR. What they mean is decided in server/towns. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TownFolder } from '../towns/check.ts'
import type { CatalogueFolder } from '../towns/check-catalogue.ts'

const CATALOGUE = 'catalogue'

/** Every folder with a file in it is a town that somebody means, whole or not. */
export function readTownFolders(dir: string): TownFolder[] {
  return readdirSync(dir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== CATALOGUE && !entry.name.startsWith('.'))
    .map(({ name }) => ({ name, files: filesIn(join(dir, name)) }))
    .filter(({ files }) => files.length > 0)
    .map(({ name, files }) => ({
      key: name,
      townYaml: readIfThere(join(dir, name, 'town.yaml')) ?? '',
      boundary: readIfThere(join(dir, name, 'boundary.geojson')) ?? '',
      districts: readIfThere(join(dir, name, 'districts.geojson')),
      logo: readIfThere(join(dir, name, 'logo.svg')),
      demo: readIfThere(join(dir, name, 'demo.jsonl')),
      streets: readIfThere(join(dir, name, 'streets.csv')),
      others: files.filter((file) => !KNOWN.includes(file)),
    }))
}

const KNOWN = ['town.yaml', 'boundary.geojson', 'districts.geojson', 'logo.svg', 'demo.jsonl', 'streets.csv']

function filesIn(dir: string): string[] {
  const entries = readdirSync(dir, { withFileTypes: true })
  return entries.filter((entry) => entry.isFile() && !entry.name.startsWith('.')).map(({ name }) => name)
}

/** The town's own catalogue folder, or the product's. */
export function readCatalogueFolder(dir: string): CatalogueFolder {
  const root = join(dir, CATALOGUE)
  const words = readdirSync(join(root, 'words')).filter((name) => name.endsWith('.yaml'))
  return {
    catalogue: readFileSync(join(root, 'catalogue.yaml'), 'utf8'),
    words: Object.fromEntries(
      words.map((name) => [name.slice(0, -'.yaml'.length), readFileSync(join(root, 'words', name), 'utf8')]),
    ),
  }
}

function readIfThere(file: string): string | null {
  return existsSync(file) ? readFileSync(file, 'utf8') : null
}
