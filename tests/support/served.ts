/** A world behind a real port, for clients that somebody else has written. */
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import type { World } from './world.ts'

/** @param at the port to listen on; without it a free one */
export async function served({ app }: Pick<World, 'app'>, at = 0) {
  const fetch = (request: Request) => app.fetch(request, { peer: '127.0.0.1' })
  const server = serve({ fetch, port: at, hostname: '127.0.0.1' })
  await new Promise<void>((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}
