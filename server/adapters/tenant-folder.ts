/** Reads the folders below TENANTS_DIR. What they mean is decided in server/towns. */
import { readdirSync, readFileSync } from 'node:fs'
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
    .map(({ name, files }) => {
      // A link is no file of the town's: what it leads to may be anything this machine can read.
      const read = (file: string) => (files.includes(file) ? readFileSync(join(dir, name, file), 'utf8') : null)
      return {
        key: name,
        townYaml: read('town.yaml') ?? '',
        boundary: read('boundary.geojson') ?? '',
        districts: read('districts.geojson'),
        logo: read('logo.svg'),
        demo: read('demo.jsonl'),
        streets: read('streets.csv'),
        others: files.filter((file) => !KNOWN.includes(file)),
      }
    })
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
