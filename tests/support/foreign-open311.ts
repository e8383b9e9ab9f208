/**
 * A partner's own system as others have built theirs: it answers in raw XML, with whatever oddities a test gives it, and
 * keeps what it was asked.
 */
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Asked = {
  method: string
  path: string
  query: URLSearchParams
  form: URLSearchParams
  headers: IncomingMessage['headers']
}
export type Says = { status?: number; xml?: string; bytes?: Uint8Array; type?: string } | 'nothing'
export type Answers = Partial<Record<string, (asked: Asked) => Says>>

const NOT_THERE = '<errors><error><code>404</code><description>Not here</description></error></errors>'

/** @param answers by method and last part of the path, as `POST requests.xml`; what is missing is 404 */
export async function foreignSystem(answers: Answers = {}) {
  const asked: Asked[] = []
  const server = createServer(async (request, response) => {
    const chunks: Uint8Array[] = []
    for await (const chunk of request as AsyncIterable<Uint8Array>) chunks.push(chunk)
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://there')
    const one: Asked = {
      method: request.method ?? '',
      path: pathname.replace(/^\/georeport\/v2\//, ''),
      query: searchParams,
      form: new URLSearchParams(Buffer.concat(chunks).toString()),
      headers: request.headers,
    }
    asked.push(one)
    const says = answers[`${one.method} ${one.path}`]?.(one) ?? { status: 404, xml: NOT_THERE }
    // The line is cut after it was heard.
    if (says === 'nothing') return void request.socket.destroy()
    response.writeHead(says.status ?? 200, { 'Content-Type': says.type ?? 'text/xml; charset=utf-8' })
    response.end(says.bytes ?? says.xml ?? '')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/georeport/v2/`,
    answers,
    asked,
    /** What was asked of one of its addresses. */
    of: (call: string) => asked.filter(({ method, path }) => `${method} ${path}` === call),
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}

const XML = '<?xml version="1.0" encoding="utf-8"?>'
export const taken = (ref: string): Says => ({
  xml: `${XML}<service_requests><request><service_request_id>${ref}</service_request_id></request></service_requests>`,
})
type Update = { id: string; ref: string; status: string; words?: string; at: string; media?: string[] }
export const updates = (...list: Update[]): Says => ({
  xml: `${XML}<service_request_updates>${list
    .map(
      ({ id, ref, status, words = '', at, media = [''] }) =>
        `<request_update><update_id>${id}</update_id><service_request_id>${ref}</service_request_id><status>${status}</status><updated_datetime>${at}</updated_datetime><description>${words}</description>${media.map((url) => `<media_url>${url}</media_url>`).join('')}</request_update>`,
    )
    .join('')}</service_request_updates>`,
})
