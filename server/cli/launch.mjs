/**
 * `npm start` and the commands: builds when the sources have changed, then runs the build.
 * Plain JavaScript, because it must run before anything is built, on any supported Node.
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import module from 'node:module'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const STAMP = join(ROOT, 'dist/stamp')
/** What Node has compiled, for the next start. */
const COMPILED = join(ROOT, 'dist/compiled')
const INPUTS = [
  'client',
  'server',
  'db',
  'tenants/schema.ts',
  'tenants/catalogue-schema.ts',
  'tenants/import-schema.ts',
  'tenants/languages.ts',
  'tenants/new-town.ts',
  'vite.config.ts',
  'tsconfig.json',
  'package-lock.json',
]

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(`Node ${process.versions.node} ist zu alt: Anliegenwerk braucht Node 20.19 oder neuer.\n`)
  process.exit(1)
}

await buildIfChanged()
// Since Node 22.8; where the folder cannot be written it does without.
module.enableCompileCache?.(COMPILED)
const [target, ...args] = process.argv.slice(2)
if (target === 'server') await import(pathToFileURL(join(ROOT, 'dist/server/node.js')).href)
else if (target !== 'build') {
  const { main } = await import(pathToFileURL(join(ROOT, 'dist/server/cli.js')).href)
  await main([target, ...args])
}

async function buildIfChanged() {
  const now = fingerprint()
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === now) return
  process.stderr.write('Einen Moment, das Programm wird gebaut …\n')
  const { build } = await import('vite')
  for (const mode of ['client', 'node']) await build({ root: ROOT, mode, logLevel: 'warn' })
  rmSync(COMPILED, { recursive: true, force: true })
  mkdirSync(join(ROOT, 'dist'), { recursive: true })
  writeFileSync(STAMP, now)
}

/** Names, sizes and times of everything the build reads. */
function fingerprint() {
  const hash = createHash('sha256')
  for (const input of INPUTS) addTo(hash, join(ROOT, input))
  return hash.digest('hex')
}

function addTo(hash, path) {
  if (!existsSync(path)) return
  const stats = statSync(path)
  if (!stats.isDirectory()) return void hash.update(`${path}\0${stats.size}\0${stats.mtimeMs}\0`)
  for (const name of readdirSync(path).sort()) addTo(hash, join(path, name))
}
