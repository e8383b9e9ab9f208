/** Calls of addresses that people typed in: nobody gets at an inner network through us, and nobody keeps us busy. */
import { createServer, type IncomingMessage, type RequestListener } from 'node:http'
import { type AddressInfo, createServer as createTcpServer, type Server } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { outgoingByFetch } from '../../server/adapters/outgoing-fetch.ts'
import { outgoingOnNode } from '../../server/adapters/outgoing-node.ts'
import type { DeliveryError } from '../../server/errors.ts'
import type { Outgoing, OutgoingCall } from '../../server/ports.ts'
import { readNetworks } from '../../server/visitor.ts'

const LOOPBACK = readNetworks('127.0.0.0/8')!
const FORBIDDEN = { name: 'DeliveryError', reason: 'address_forbidden', permanent: true }

const heard: IncomingMessage[] = []
let port: number
let answer: RequestListener
const closings: (() => void)[] = []

beforeEach(async () => {
  heard.length = 0
  answer = (_request, response) => void response.writeHead(200, { 'X-Said': 'yes' }).end('hello')
  const server = createServer((request, response) => {
    heard.push(request)
    answer(request, response)
  })
  port = await listening(server)
  closings.push(() => server.closeAllConnections())
})
afterEach(() => {
  for (const close of closings.splice(0)) close()
})

async function listening(server: Server): Promise<number> {
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  closings.push(() => server.close())
  return (server.address() as AddressInfo).port
}

type Name = Parameters<typeof outgoingOnNode>[1]
/** A resolver that says this, one after the other. */
function names(...answers: string[][]) {
  const asked: string[] = []
  const resolve: Name = (name, _options, done) => {
    const addresses = answers[Math.min(asked.length, answers.length - 1)]!
    asked.push(name)
    done(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    )
  }
  return { asked, resolve }
}

const ask = (outgoing: Outgoing, url: string, more: Partial<OutgoingCall> = {}) =>
  outgoing.call({ url, method: 'GET', timeoutMs: 5_000, mostBytes: 1_000, ...more })

describe('outside of tests, nothing inner is called', () => {
  const outgoing = outgoingOnNode([])

  it.each([
    ['this machine', '127.0.0.1'],
    ['this machine, elsewhere in its network', '127.255.0.7'],
    ['this machine in IPv6', '[::1]'],
    ['any of this machine', '0.0.0.0'],
    ['any of this machine in IPv6', '[::]'],
    ['a private network', '10.1.2.3'],
    ['another private network', '172.16.0.1'],
    ['a home', '192.168.1.1'],
    ['a neighbour on the wire, where clouds keep their secrets', '169.254.169.254'],
    ['a neighbour on the wire in IPv6', '[fe80::1]'],
    ['a provider’s inner network', '100.64.0.1'],
    ['a network to measure in', '198.18.0.1'],
    ['a book', '192.0.2.1'],
    ['everybody at once', '255.255.255.255'],
    ['many at once', '224.0.0.1'],
    ['what was never given out', '240.0.0.1'],
    ['a local network in IPv6', '[fd00::1]'],
    ['a site in the old way of IPv6', '[fec0::1]'],
    ['IPv4 in IPv6', '[::ffff:127.0.0.1]'],
    ['IPv4 in IPv6, in hex', '[::ffff:7f00:1]'],
    ['IPv4 in IPv6, the old way', '[::127.0.0.1]'],
    ['IPv4 in IPv6, translated', '[::ffff:0:127.0.0.1]'],
    ['IPv4 behind a translator', '[64:ff9b::127.0.0.1]'],
    ['IPv4 in a tunnel', '[2002:7f00:1::]'],
    ['IPv4 in another tunnel', '[2001:0:7f00:1::]'],
    ['a book in IPv6', '[2001:db8::1]'],
    ['many at once in IPv6', '[ff02::1]'],
    ['a number', '2130706433'],
    ['octal', '0177.0.0.1'],
    ['hex', '0x7f000001'],
    ['hex in parts', '0x7f.0.0.1'],
    ['fewer parts', '127.1'],
    ['zero', '0'],
    ['digits of another script', '１２７.０.０.１'],
    ['a full stop of another script', '127。0。0。1'],
    ['a dot at the end', '127.0.0.1.'],
    ['a name of this machine', 'localhost'],
  ])('%s: %s', async (_what, host) => {
    for (const protocol of ['https', 'http']) {
      await expect(ask(outgoing, `${protocol}://${host}:${port}/`)).rejects.toMatchObject(FORBIDDEN)
      await expect(outgoing.check(`${protocol}://${host}:${port}/`)).rejects.toMatchObject(FORBIDDEN)
    }
    expect(heard).toEqual([])
  })

  it.each([
    ['a name and a password', 'https://anna:geheim@akte.example/'],
    ['a name', 'https://anna@akte.example/'],
    ['no protection on the way', 'http://8.8.8.8/'],
    ['a file', 'file:///etc/passwd'],
    ['another protocol', 'gopher://akte.example/'],
    ['no address', 'akte.example'],
    ['nothing', ''],
  ])('an address with %s', async (_what, url) => {
    await expect(ask(outgoing, url)).rejects.toMatchObject(FORBIDDEN)
    await expect(outgoing.check(url)).rejects.toMatchObject(FORBIDDEN)
  })
})

describe('a name', () => {
  it('of which one address is inner is not called, whatever its others are', async () => {
    for (const addresses of [['10.0.0.1'], ['8.8.8.8', '10.0.0.1'], ['2001:4860:4860::8888', '::1'], []]) {
      const outgoing = outgoingOnNode([], names(addresses).resolve)
      await expect(ask(outgoing, 'https://akte.example/')).rejects.toMatchObject(FORBIDDEN)
    }
  })

  it('is resolved once: the address that was looked at is the one that is called', async () => {
    // The second answer is what a rebinding attack counts on.
    const { asked, resolve } = names(['127.0.0.1'], ['10.0.0.1'])
    const outgoing = outgoingOnNode(LOOPBACK, resolve)
    const { status } = await ask(outgoing, `http://akte.example:${port}/ereignisse`)
    expect(status).toBe(200)
    expect(asked).toEqual(['akte.example'])
    expect(heard.map(({ headers, url }) => [headers.host, url])).toEqual([[`akte.example:${port}`, '/ereignisse']])
  })

  it('is looked at anew for each call', async () => {
    const { asked, resolve } = names(['127.0.0.1'], ['10.0.0.1'])
    const outgoing = outgoingOnNode(LOOPBACK, resolve)
    await ask(outgoing, `http://akte.example:${port}/`)
    await expect(ask(outgoing, `http://akte.example:${port}/`)).rejects.toMatchObject(FORBIDDEN)
    expect([asked.length, heard.length]).toEqual([2, 1])
  })

  it('with a public address is not called by http, also where inner ones may be', async () => {
    const outgoing = outgoingOnNode(LOOPBACK, names(['8.8.8.8']).resolve)
    await expect(ask(outgoing, 'http://akte.example/')).rejects.toMatchObject(FORBIDDEN)
  })

  it('that nobody knows is unreachable, and may be known later', async () => {
    const outgoing = outgoingOnNode([], (_name, _options, done) => done(new Error('ENOTFOUND'), []))
    const unreachable = { reason: 'unreachable', permanent: false }
    await expect(ask(outgoing, 'https://akte.example/')).rejects.toMatchObject(unreachable)
    await expect(outgoing.check('https://akte.example/')).rejects.toMatchObject(unreachable)
  })

  it('with public addresses may be called; to see that nobody is called', async () => {
    const { asked, resolve } = names(['8.8.8.8', '2001:4860:4860::8888'])
    await expect(outgoingOnNode([], resolve).check('https://akte.example:8443/x')).resolves.toBeUndefined()
    expect(asked).toEqual(['akte.example'])
    expect(heard).toEqual([])
  })
})

describe('an answer', () => {
  const outgoing = outgoingOnNode(LOOPBACK)
  const url = () => `http://127.0.0.1:${port}/`
  const failing = async (call: Promise<unknown>) => {
    const { reason, permanent } = (await call.then(
      () => ({}),
      (error) => error,
    )) as DeliveryError
    return [reason, permanent]
  }

  it('comes with status, head and body; the call said what it was to', async () => {
    const body = '{"größe":1}'
    const got = await ask(outgoing, url(), { method: 'POST', body, headers: { 'X-Own': 'so' } })
    expect([got.status, got.headers.get('x-said'), new TextDecoder().decode(got.bytes)]).toEqual([200, 'yes', 'hello'])
    expect(heard[0]!.headers).toMatchObject({
      'user-agent': 'Anliegenwerk',
      'x-own': 'so',
      'content-length': String(new TextEncoder().encode(body).length),
    })
  })

  it('that redirects is an answer, and nobody goes there', async () => {
    answer = (_request, response) => void response.writeHead(302, { Location: 'http://10.0.0.1/' }).end()
    expect((await ask(outgoing, url())).status).toBe(302)
    expect(heard).toHaveLength(1)
  })

  it('that is too large is cut off, however it comes', async () => {
    answer = (_request, response) => {
      response.writeHead(200)
      const more = () => response.write('x'.repeat(500), (error) => !error && setImmediate(more))
      more()
    }
    expect(await failing(ask(outgoing, url()))).toEqual(['answer_too_large', false])
    answer = (_request, response) => void response.writeHead(200, { 'Content-Length': 1e9 }).write('x'.repeat(2_000))
    expect(await failing(ask(outgoing, url()))).toEqual(['answer_too_large', false])
  })

  it('that does not come, or drop by drop, is not waited for', async () => {
    answer = () => undefined
    expect(await failing(ask(outgoing, url(), { timeoutMs: 200 }))).toEqual(['too_slow', false])
    answer = (_request, response) => {
      response.writeHead(200)
      const drops = setInterval(() => response.write('.'), 50)
      response.on('close', () => clearInterval(drops))
    }
    expect(await failing(ask(outgoing, url(), { timeoutMs: 400 }))).toEqual(['too_slow', false])
  })

  it('that breaks off, is no HTTP, or changes the protocol is none', async () => {
    answer = (_request, response) => {
      response.writeHead(200, { 'Content-Length': 100 }).write('half')
      response.socket!.end()
    }
    expect(await failing(ask(outgoing, url()))).toEqual(['unreachable', false])
    for (const said of ['220 mail.example ESMTP\r\n', 'HTTP/1.1 101 Ok\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n']) {
      const other = createTcpServer((socket) => void socket.on('error', () => undefined).end(said))
      const call = ask(outgoing, `http://127.0.0.1:${await listening(other)}/`)
      expect(await failing(call)).toEqual(['unreachable', false])
    }
  })

  it('of a system whose certificate is none, or where nobody listens, is none', async () => {
    expect(await failing(ask(outgoing, `https://127.0.0.1:${port}/`))).toEqual(['unreachable', false])
    expect(await failing(ask(outgoing, 'http://127.0.0.1:1/'))).toEqual(['unreachable', false])
  })
})

it('at the edge, what names an address or an inner host by itself is not called', async () => {
  const urls = [
    'http://akte.example/',
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://[::1]/',
    'https://localhost/',
    'https://db.internal/',
    'https://akte/',
    'https://anna:geheim@akte.example/',
    'https://localhost./',
  ]
  for (const url of urls) {
    await expect(ask(outgoingByFetch, url), url).rejects.toMatchObject(FORBIDDEN)
    await expect(outgoingByFetch.check(url), url).rejects.toMatchObject(FORBIDDEN)
  }
  await expect(outgoingByFetch.check('https://akte.example/')).resolves.toBeUndefined()
})
