/**
 * A mail relay as Postal is one (app/controllers/legacy_api of postalserver/postal): a real server that takes whole
 * mails, refuses as Postal does, always with status 200, and remembers what it took.
 */
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import PostalMime, { type Email } from 'postal-mime'

export type Relayed = { from: string; to: string[]; raw: string; mail: Email }
type Trouble = { status: number } | 'silent'

export type RelayOptions = { key: string; domain: string }

export async function openMailRelay({ key, domain }: RelayOptions) {
  const relayed: Relayed[] = []
  const state: { trouble: Trouble | null } = { trouble: null }

  async function answerTo(request: IncomingMessage, body: string): Promise<object> {
    const given = request.headers['x-server-api-key']
    if (!given) return error('AccessDenied', { message: 'Must be authenticated as a server.' })
    if (given !== key) return error('InvalidServerAPIKey', { token: given })
    const isJson = /^application\/json/.test(request.headers['content-type'] ?? '')
    const { rcpt_to: to, mail_from: from, data, ...more } = isJson ? JSON.parse(body) : {}
    if (!Array.isArray(to)) return parameterError('rcpt_to')
    if (!from) return parameterError('mail_from')
    if (!data) return parameterError('data')
    if (Object.keys(more).length > 0) throw new Error(`unknown parameters: ${Object.keys(more)}`)
    const raw = Buffer.from(data, 'base64').toString()
    const mail = await PostalMime.parse(raw)
    if (mail.from?.address?.split('@')[1] !== domain) return error('UnauthenticatedFromAddress')
    relayed.push({ from, to, raw, mail })
    const messages = Object.fromEntries(to.map((one) => [one, { id: relayed.length, token: 'x' }]))
    return { status: 'success', time: 0.01, flags: {}, data: { message_id: mail.messageId, messages } }
  }

  const server = createServer(async (request, answer) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    if (state.trouble === 'silent') return
    const isKnown = request.method === 'POST' && request.url === '/api/v1/send/raw'
    const status = state.trouble?.status ?? (isKnown ? 200 : 404)
    const body = status === 200 ? await answerTo(request, Buffer.concat(chunks).toString()) : {}
    answer.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body))
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    relayed,
    /** From now on; null: none any more. */
    hasTrouble: (trouble: Trouble | null) => {
      state.trouble = trouble
    },
    close: () => {
      server.closeAllConnections()
      return new Promise((done) => server.close(done))
    },
  }
}

const error = (code: string, more = {}) => ({ status: 'error', time: 0, flags: {}, data: { ...more, code } })
const parameterError = (name: string) => ({
  status: 'parameter-error',
  time: 0,
  flags: {},
  data: { message: `\`${name}\` parameter is required but is missing` },
})
