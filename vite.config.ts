/** Three builds of one tree: `--mode client` (what browsers load), `node` and `worker` (the two entries). */
import { existsSync, readFileSync } from 'node:fs'
import preact from '@preact/preset-vite'
import { defineConfig } from 'vite'

const CLIENT_ENTRIES = { citizen: 'client/citizen/entry.ts', clerk: 'client/clerk/entry.ts' }

export default defineConfig(({ mode }) => {
  if (mode === 'client') {
    return {
      plugins: [preact()],
      publicDir: false,
      build: {
        outDir: 'dist/client',
        emptyOutDir: true,
        manifest: true,
        target: 'es2022',
        modulePreload: { polyfill: false },
        rollupOptions: { input: CLIENT_ENTRIES },
      },
    }
  }
  return {
    plugins: [preact()],
    publicDir: false,
    define: { __CLIENT_MANIFEST__: clientManifest() },
    ssr: mode === 'worker' ? { noExternal: true, target: 'webworker' } : {},
    build: {
      ssr: mode === 'worker' ? 'server/worker.ts' : true,
      outDir: `dist/${mode === 'worker' ? 'worker' : 'server'}`,
      emptyOutDir: true,
      target: mode === 'worker' ? 'es2022' : 'node20',
      rollupOptions: mode === 'worker' ? {} : { input: { node: 'server/node.ts', cli: 'server/cli/main.ts' } },
    },
  }
})

/** The client build's file names, baked into the server builds so that no runtime has to read a file for them. */
function clientManifest(): string {
  const file = 'dist/client/.vite/manifest.json'
  return existsSync(file) ? readFileSync(file, 'utf8') : '{}'
}
