/** Outgoing calls on Node: the name is resolved once, every address of it is looked at, and one of these is called. */
import { lookup as systemLookup } from 'node:dns'
import { type ClientRequest, request as httpRequest, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { DeliveryError } from '../errors.ts'
import type { Outgoing, OutgoingAnswer, OutgoingCall } from '../ports.ts'
import { isOf, isPublic, type Network } from '../visitor.ts'

const USER_AGENT = 'Anliegenwerk'

type Resolve = (
  name: string,
  options: { all: true },
  done: (error: Error | null, addresses: { address: string; family: number }[]) => void,
) => void

/**
 * @param allowed networks that may be called although they are not public, and by http
 * @param resolve names to addresses, as the system does
 */
export function outgoingOnNode(allowed: readonly Network[], resolve: Resolve = systemLookup): Outgoing {
  /** By http only what the installation itself allows: nobody reads along in its own network. */
  const mayBeCalled = ({ protocol }: URL, address: string) =>
    isOf(address, allowed) || (protocol === 'https:' && isPublic(address))

  /** In place of the resolver, so that the address that was looked at is the one that is called. */
  const lookedAt =
    (url: URL): LookupFunction =>
    (hostname, options, callback) =>
      resolve(hostname, { ...options, all: true }, (error, addresses) => {
        if (error) return callback(error, '')
        const [first] = addresses
        if (!first || !addresses.every(({ address }) => mayBeCalled(url, address))) return callback(forbidden(), '')
        if (options.all) callback(null, addresses)
        else callback(null, first.address, first.family)
      })

  /** An address instead of a name is never resolved. */
  const parsed = (text: string): URL => {
    const url = parsedUrl(text)
    const host = hostOf(url)
    if (isIP(host) && !mayBeCalled(url, host)) throw forbidden()
    return url
  }

  return {
    async call(call) {
      const url = parsed(call.url)
      return ask(url, call, lookedAt(url))
    },
    async check(text) {
      const url = parsed(text)
      const host = hostOf(url)
      if (isIP(host)) return
      await new Promise<void>((resolved, reject) =>
        lookedAt(url)(host, { all: true }, (error) => (error ? reject(failureOf(error)) : resolved())),
      )
    },
  }
}

const forbidden = () => new DeliveryError('address_forbidden', { permanent: true })

const hostOf = ({ hostname }: URL) => hostname.replace(/^\[(.*)\]$/, '$1')

function parsedUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null
  const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:'
  if (!url || !isWeb || url.username || url.password) throw forbidden()
  return url
}

async function ask(url: URL, call: OutgoingCall, look: LookupFunction): Promise<OutgoingAnswer> {
  const signal = AbortSignal.timeout(call.timeoutMs)
  try {
    return await read(await answerOf(begin(url, call, { look, signal }), call.body), call.mostBytes)
  } catch (error) {
    throw failureOf(error, signal)
  }
}

type How = { look: LookupFunction; signal: AbortSignal }

function begin(url: URL, { method, headers }: OutgoingCall, { look, signal }: How): ClientRequest {
  const request = url.protocol === 'https:' ? httpsRequest : httpRequest
  return request(url, {
    method,
    headers: { 'User-Agent': USER_AGENT, ...headers },
    lookup: look,
    signal,
    // A connection for each call: one that is left open was looked at another time.
    agent: false,
  })
}

const answerOf = (sent: ClientRequest, body: string | undefined) =>
  new Promise<IncomingMessage>((resolve, reject) => {
    // Some ends are no errors: a change of protocol that nobody asked for closes, and says nothing else.
    const closed = () => reject(new Error('closed without an answer'))
    sent.on('response', resolve).on('error', reject).on('close', closed)
    sent.end(body)
  })

async function read(answer: IncomingMessage, mostBytes: number): Promise<OutgoingAnswer> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of answer as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength
    if (bytes > mostBytes) throw new DeliveryError('answer_too_large', { permanent: false })
    chunks.push(chunk)
  }
  const headers = new Headers()
  for (const [name, value] of Object.entries(answer.headers)) headers.set(name, [value ?? ''].flat().join(', '))
  return { status: answer.statusCode ?? 0, headers, bytes: new Uint8Array(Buffer.concat(chunks)) }
}

function failureOf(error: unknown, signal?: AbortSignal): DeliveryError {
  if (error instanceof DeliveryError) return error
  return new DeliveryError(signal?.aborted ? 'too_slow' : 'unreachable', { permanent: false, cause: error })
}
