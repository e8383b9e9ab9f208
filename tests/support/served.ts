/** A world behind a real port, for clients that somebody else has written. */
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import type { World } from './world.ts'

export async function served({ app }: Pick<World, 'app'>) {
  const fetch = (request: Request) => app.fetch(request, { peer: '127.0.0.1' })
  const server = serve({ fetch, port: 0, hostname: '127.0.0.1' })
  await new Promise<void>((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}
