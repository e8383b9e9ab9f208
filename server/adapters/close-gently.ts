/** Ends a listening server in good order: nobody new comes in, and who is being answered gets the answer. */
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

/**
 * Watches the server from its start.
 * @returns what closes it: resolves when the last answer has gone out, or after `withinMs`, when the rest is cut off
 */
export function gentleEnd(server: Server): (withinMs: number) => Promise<void> {
  const sockets = new Set<Socket>()
  const busy = new Set<Socket>()
  let isEnding = false
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  server.on('request', ({ socket }: IncomingMessage, answer: ServerResponse) => {
    busy.add(socket)
    answer.once('close', () => {
      busy.delete(socket)
      // Kept alive it would hold up the end.
      if (isEnding) socket.destroySoon()
    })
  })
  return (withinMs) =>
    new Promise((resolve) => {
      isEnding = true
      const limit = setTimeout(() => server.closeAllConnections(), withinMs)
      server.close(() => {
        clearTimeout(limit)
        resolve()
      })
      // Browsers open connections in advance; nothing is asked on them.
      for (const socket of sockets) if (!busy.has(socket)) socket.destroy()
    })
}
