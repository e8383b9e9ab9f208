/** HTTP on Node, with an end for connections that only hold a place: slow heads, and bodies that stop coming. */
import { type HttpBindings, type ServerType, serve } from '@hono/node-server'

type Fetch = (request: Request, bindings: HttpBindings) => Response | Promise<Response>

export type Patience = {
  /** Until a request's head has come. */
  headMs: number
  /** Until a whole request has come: five photos over a poor connection take minutes. */
  requestMs: number
  /** Without a byte in either direction. */
  silenceMs: number
  /** How often it is looked. */
  lookMs: number
}
const PATIENCE: Patience = { headMs: 15_000, requestMs: 600_000, silenceMs: 60_000, lookMs: 5_000 }

/**
 * @returns the server and the port it got, which port 0 leaves to the system
 * @throws what the system says when it cannot listen there
 */
export function listenOn(
  fetch: Fetch,
  { host, port }: { host: string; port: number },
  { headMs, requestMs, silenceMs, lookMs } = PATIENCE,
): Promise<{ server: ServerType; port: number }> {
  return new Promise((resolve, reject) => {
    const serverOptions = { headersTimeout: headMs, requestTimeout: requestMs, connectionsCheckingInterval: lookMs }
    const server = serve({ fetch: fetch as never, hostname: host, port, serverOptions }, (address) =>
      resolve({ server, port: address.port }),
    )
    if ('setTimeout' in server) server.setTimeout(silenceMs)
    server.once('error', reject)
  })
}
