/** Addresses of the built client files, from vite's manifest. */
import type { Assets, EntryAssets } from './app-env.ts'

type Chunk = { file: string; css?: string[]; imports?: string[] }
export type Manifest = Record<string, Chunk>

export function assetsOf(manifest: Manifest, embed: string): Assets {
  return {
    citizen: entryOf(manifest, 'client/citizen/entry.ts'),
    clerk: entryOf(manifest, 'client/clerk/entry.ts'),
    embed,
  }
}

function entryOf(manifest: Manifest, entry: string): EntryAssets {
  const chunk = manifest[entry]
  if (!chunk) return { css: [], js: [] }
  const chunks = [chunk, ...(chunk.imports ?? []).flatMap((name) => manifest[name] ?? [])]
  return { css: chunks.flatMap((one) => one.css ?? []).map((file) => `/${file}`), js: [`/${chunk.file}`] }
}
