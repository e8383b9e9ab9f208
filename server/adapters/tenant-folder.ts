/** Reads the folders below TENANTS_DIR. What they mean is decided in server/towns. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TownFolder } from '../towns/check.ts'
import type { CatalogueFolder } from '../towns/check-catalogue.ts'

const CATALOGUE = 'catalogue'

export function readTownFolders(dir: string): TownFolder[] {
  return readdirSync(dir, { withFileTypes: true })
    .filter(
      (entry) => entry.isDirectory() && entry.name !== CATALOGUE && existsSync(join(dir, entry.name, 'town.yaml')),
    )
    .map(({ name }) => ({
      key: name,
      townYaml: readFileSync(join(dir, name, 'town.yaml'), 'utf8'),
      boundary: readIfThere(join(dir, name, 'boundary.geojson')) ?? '',
      districts: readIfThere(join(dir, name, 'districts.geojson')),
      logo: readIfThere(join(dir, name, 'logo.svg')),
      demo: readIfThere(join(dir, name, 'demo.jsonl')),
    }))
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
