/** Holds the built bundles to their budgets (gzip). Run by `npm run check` after the builds. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

type Chunk = { file: string; css?: string[]; imports?: string[]; dynamicImports?: string[] }
type Budget = { what: string; bytes: number; most: number }

const KB = 1000
const CLIENT = 'dist/client'
const manifest = JSON.parse(readFileSync(join(CLIENT, '.vite/manifest.json'), 'utf8')) as Record<string, Chunk>

const sizeOf = (file: string) => gzipSync(readFileSync(file)).byteLength
const sum = (files: Iterable<string>) => [...files].reduce((total, file) => total + sizeOf(join(CLIENT, file)), 0)

/** Files a page loads for these manifest keys: their own and, statically, what they import. */
function load(keys: string[], kind: 'js' | 'css', seen = new Set<string>()): Set<string> {
  const files = new Set<string>()
  for (const key of keys) {
    const chunk = manifest[key]
    if (!chunk || seen.has(key)) continue
    seen.add(key)
    for (const file of kind === 'js' ? [chunk.file] : (chunk.css ?? [])) files.add(file)
    for (const file of load(chunk.imports ?? [], kind, seen)) files.add(file)
  }
  return files
}

const ENTRY = 'client/citizen/entry.ts'
const ISLANDS = Object.keys(manifest).filter((key) => key.startsWith('client/citizen/islands/'))
const LIVE_MAP = 'client/map/live-town-map.ts'

const budgets: Budget[] = [
  {
    what: 'script before interaction, every island of the citizens’ pages',
    bytes: sum(load([ENTRY, ...ISLANDS], 'js')),
    most: 15 * KB,
  },
  {
    what: 'script of the town start with its map',
    bytes: sum(load([ENTRY, 'client/citizen/islands/TownMap.ts', LIVE_MAP], 'js')),
    most: 70 * KB,
  },
  { what: 'CSS of the citizens’ pages, the map’s included', bytes: sum(load([ENTRY, LIVE_MAP], 'css')), most: 25 * KB },
  { what: 'the elements for other websites', bytes: sizeOf('dist/client/embed.js'), most: 12 * KB },
  { what: 'the Worker', bytes: sizeOf('dist/worker/worker.js'), most: 700 * KB },
]

for (const { what, bytes, most } of budgets) {
  process.stdout.write(
    `${(bytes / KB).toFixed(1).padStart(7)} kB of ${(most / KB).toFixed(0).padStart(4)} kB  ${what}\n`,
  )
}
if (!manifest[LIVE_MAP]) throw new Error(`${LIVE_MAP} is not in the manifest: the map's budget was not measured`)
if (budgets.some(({ bytes, most }) => bytes > most)) {
  process.stderr.write('A bundle is over its budget.\n')
  process.exitCode = 1
}
