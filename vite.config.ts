/**
 * Three builds of one tree: `--mode client` (what browsers load), `node` and `worker` (the two entries). With the first
 * comes dist/client/embed.js, the elements for other websites: one file, since it has one address.
 */
import { existsSync, readFileSync } from 'node:fs'
import preact from '@preact/preset-vite'
import { build, defineConfig, type Plugin } from 'vite'

/** They read files beside their own, or start threads from them. */
const AS_INSTALLED = ['@electric-sql/pglite', 'nodemailer', 'pino', 'prom-client', 'sharp']

/** Six hundred files fewer to find and to read at every start. */
const WITH_PACKAGES = { noExternal: true, external: AS_INSTALLED } as const

const CLIENT_ENTRIES = { citizen: 'client/citizen/entry.ts', clerk: 'client/clerk/entry.ts' }

export default defineConfig(({ command, mode }) => {
  if (mode === 'client') {
    return {
      plugins: [preact(), embedScript(), assetHeaders()],
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
    define: {
      __CLIENT_MANIFEST__: built('.vite/manifest.json') ?? '{}',
      __EMBED_SCRIPT__: JSON.stringify(built('embed.js') ?? ''),
    },
    ssr: mode === 'worker' ? { noExternal: true, target: 'webworker' } : command === 'build' ? WITH_PACKAGES : {},
    build: {
      ssr: mode === 'worker' ? 'server/worker.ts' : true,
      outDir: `dist/${mode === 'worker' ? 'worker' : 'server'}`,
      emptyOutDir: true,
      // The edge loads it anew all the time, and pays for each byte; its stacks are read by the map beside it.
      minify: mode === 'worker',
      sourcemap: mode === 'worker',
      target: mode === 'worker' ? 'es2022' : 'node20',
      rollupOptions: mode === 'worker' ? {} : { input: { node: 'server/node.ts', cli: 'server/cli/main.ts' } },
    },
  }
})

/** Of the client build, baked into the server builds so that no runtime has to read a file for it. */
function built(name: string): string | undefined {
  const file = `dist/client/${name}`
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}

/** Where a platform hands out the files itself, it is told here what server/node.ts says with them. */
function assetHeaders(): Plugin {
  const source = `/assets/*
  Cache-Control: public, max-age=31536000, immutable
  X-Content-Type-Options: nosniff
`
  return {
    name: 'asset-headers',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: '_headers', source })
      // What the application answers itself, and what is nobody's to read.
      this.emitFile({ type: 'asset', fileName: '.assetsignore', source: 'embed.js\n.vite\n' })
    },
  }
}

/** A build of its own inside the client's: what both use must not become a third file. */
function embedScript(): Plugin {
  return {
    name: 'embed-script',
    async generateBundle() {
      const outcome = await build({
        configFile: false,
        publicDir: false,
        logLevel: 'error',
        build: {
          write: false,
          target: 'es2022',
          modulePreload: false,
          rollupOptions: { input: 'client/embed/entry.ts', output: { entryFileNames: 'embed.js' } },
        },
      })
      const { output } = [outcome].flat()[0] as { output: { type: string; code?: string }[] }
      const source = output[0]?.code
      if (output.length !== 1 || source === undefined) throw new Error('The elements are more than one file')
      this.emitFile({ type: 'asset', fileName: 'embed.js', source })
    },
  }
}
