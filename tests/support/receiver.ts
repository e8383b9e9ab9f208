/** Somebody else's system that is told of events: a real server, which behaves as told and remembers what came. */
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Received = { path: string; headers: IncomingHttpHeaders; body: string }
type Behaviour = { status: number; headers?: Record<string, string>; body?: string; isSilent?: boolean }

export type Receiver = Awaited<ReturnType<typeof openReceiver>>

export async function openReceiver() {
  const received: Received[] = []
  const state: { next: Behaviour } = { next: { status: 204 } }
  const server = createServer((request, answer) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk) => chunks.push(chunk))
    request.on('end', () => {
      received.push({ path: request.url ?? '', headers: request.headers, body: Buffer.concat(chunks).toString() })
      const { status, headers, body, isSilent } = state.next
      if (!isSilent) answer.writeHead(status, headers).end(body)
    })
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/ereignisse`,
    received,
    answers: (next: Behaviour) => {
      state.next = next
    },
    close: () => {
      server.closeAllConnections()
      return new Promise((done) => server.close(done))
    },
  }
}
