/** Outgoing calls on Node: the name is resolved once, every address of it is looked at, and one of these is called. */
import { lookup } from 'node:dns'
import { request as httpRequest, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { DeliveryError } from '../errors.ts'
import type { Outgoing, OutgoingAnswer, OutgoingCall } from '../ports.ts'
import { isOf, isPublic, type Network } from '../visitor.ts'

const USER_AGENT = 'Anliegenwerk'

/** @param allowed networks that may be called although they are not public, and by http */
export function outgoingOnNode(allowed: readonly Network[]): Outgoing {
  const mayBeCalled = (address: string) => isPublic(address) || isOf(address, allowed)

  /** In place of the resolver, so that the address that was looked at is the one that is called. */
  const lookedAt: LookupFunction = (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, '')
      const [first] = addresses
      if (!first || !addresses.every(({ address }) => mayBeCalled(address))) return callback(forbidden(), '')
      if (options.all) callback(null, addresses)
      else callback(null, first.address, first.family)
    })
  }

  return {
    async call(call) {
      const url = parsed(call.url)
      const host = url.hostname.replace(/^\[(.*)\]$/, '$1')
      if (isIP(host) && !mayBeCalled(host)) throw forbidden()
      if (url.protocol === 'http:' && !(await isAllowed(host))) throw forbidden()
      return ask(url, call, lookedAt)
    },
  }

  async function isAllowed(host: string): Promise<boolean> {
    if (isIP(host)) return isOf(host, allowed)
    const addresses = await new Promise<{ address: string }[]>((resolve) =>
      lookup(host, { all: true }, (error, found) => resolve(error ? [] : found)),
    )
    return addresses.length > 0 && addresses.every(({ address }) => isOf(address, allowed))
  }
}

const forbidden = () => new DeliveryError('address_forbidden', { permanent: true })

function parsed(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null
  const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:'
  if (!url || !isWeb || url.username || url.password) throw forbidden()
  return url
}

function ask(url: URL, { method, headers, body, timeoutMs, mostBytes }: OutgoingCall, look: LookupFunction) {
  const request = url.protocol === 'https:' ? httpsRequest : httpRequest
  return new Promise<OutgoingAnswer>((resolve, reject) => {
    const signal = AbortSignal.timeout(timeoutMs)
    const fail = (error: unknown) => reject(failureOf(error, signal))
    const sent = request(
      url,
      { method, headers: { 'User-Agent': USER_AGENT, ...headers }, lookup: look, signal, agent: false },
      (answer) => void read(answer, mostBytes).then(resolve, fail),
    )
    sent.on('error', fail)
    sent.end(body)
  })
}

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

function failureOf(error: unknown, signal: AbortSignal): DeliveryError {
  if (error instanceof DeliveryError) return error
  return new DeliveryError(signal.aborted ? 'too_slow' : 'unreachable', { permanent: false, cause: error })
}
