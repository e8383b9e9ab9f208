/** The application of a world on a port, for clients that are programs of their own. */
import { serve } from '@hono/node-server'
import type { World } from './world.ts'

export type Served = {
  url: string
  /** Path and query of every request so far. */
  asked: string[]
  close: () => Promise<void>
}

export async function serveWorld(world: World): Promise<Served> {
  const asked: string[] = []
  const fetch = (request: Request) => {
    const { pathname, search } = new URL(request.url)
    asked.push(pathname + search)
    return world.app.fetch(request)
  }
  return new Promise((resolve) => {
    const server = serve({ fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => {
      const url = `http://127.0.0.1:${port}`
      world.deps.publicUrl = url
      resolve({ url, asked, close: () => new Promise((done) => server.close(() => done())) })
    })
  })
}
