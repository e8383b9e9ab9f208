/** The application from its sources: components need a build, which Node alone does not do. */
import { createServer } from 'vite'

export async function loadApplication() {
  process.env.NODE_ENV = 'production'
  const vite = await createServer({
    mode: 'node',
    server: { middlewareMode: true, hmr: false },
    appType: 'custom',
    logLevel: 'error',
  })
  const load = <Module>(path: string) => vite.ssrLoadModule(path) as Promise<Module>
  return {
    close: () => vite.close(),
    ...(await load<typeof import('../../server/app.ts')>('/server/app.ts')),
    ...(await load<typeof import('../../server/adapters/database-embedded.ts')>(
      '/server/adapters/database-embedded.ts',
    )),
    ...(await load<typeof import('../../server/adapters/database-postgres.ts')>(
      '/server/adapters/database-postgres.ts',
    )),
    ...(await load<typeof import('../../server/towns/registry.ts')>('/server/towns/registry.ts')),
    ...(await load<typeof import('../../server/towns/apply-towns.ts')>('/server/towns/apply-towns.ts')),
    ...(await load<typeof import('../../server/towns/import-directory.ts')>('/server/towns/import-directory.ts')),
    ...(await load<typeof import('../../server/cli/command-world.ts')>('/server/cli/command-world.ts')),
  }
}
export type Application = Awaited<ReturnType<typeof loadApplication>>
