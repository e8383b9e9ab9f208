/** Providers that behave as they should not, each a server on loopback. What a sound one does: tests/http/open-id.test.ts */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { openIdClient } from '../../server/adapters/open-id-client.ts'

const QUESTION = { redirectUri: 'http://127.0.0.1:1/back', state: 's', nonce: 'n', verifier: 'v'.repeat(43) }
const START = new Date('2026-11-16T08:00:00Z').getTime()

type Answer = (request: IncomingMessage, response: ServerResponse, issuer: string) => void

const open: (() => void)[] = []
afterEach(() => {
  for (const close of open.splice(0)) close()
})

async function serve(answer: Answer) {
  const asked: string[] = []
  let issuer = ''
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    answer(request, response, issuer)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  open.push(() => {
    server.close()
    server.closeAllConnections()
  })
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { issuer, asked }
}

const json = (response: ServerResponse, body: unknown) =>
  void response.setHeader('Content-Type', 'application/json').end(JSON.stringify(body))
const metadata = (issuer: string, more: Record<string, unknown> = {}) => ({
  issuer,
  authorization_endpoint: `${issuer}/auth`,
  token_endpoint: `${issuer}/token`,
  jwks_uri: `${issuer}/jwks`,
  ...more,
})

let time = START
const now = () => new Date(time)
const clientOf = () => openIdClient({ secrets: new Map(), now, timeoutSeconds: 0.2 })
const providerOf = (issuer: string) => ({ town: 'lemgo', issuer, clientId: 'a' })
const howOf = (issuer: string) =>
  clientOf()
    .begin(providerOf(issuer), QUESTION)
    .then(
      () => null,
      ({ reason, facts }) => [reason, facts.how],
    )

describe('a provider', () => {
  it('that never answers is given up', async () => {
    const { issuer } = await serve(() => undefined)
    expect(await howOf(issuer)).toEqual(['open_id_down', 'OAUTH_TIMEOUT'])
  })

  it('that begins to answer and stops is given up', async () => {
    const { issuer } = await serve((_, response) => {
      response.setHeader('Content-Type', 'application/json').write('{"issuer":')
    })
    expect((await howOf(issuer))?.[0]).toBe('open_id_down')
  })

  it('that is not there is down', async () => {
    const { issuer } = await serve(() => undefined)
    for (const close of open.splice(0)) close()
    expect(await howOf(issuer)).toEqual(['open_id_down', 'no_connection'])
  })

  it('that sends elsewhere is not followed', async () => {
    const elsewhere = await serve((_, response, issuer) => json(response, metadata(issuer)))
    const { issuer } = await serve((request, response) => {
      response.writeHead(302, { Location: elsewhere.issuer + request.url }).end()
    })
    expect((await howOf(issuer))?.[0]).toBe('open_id_down')
    expect(elsewhere.asked).toEqual([])
  })

  it('that calls itself by another name is none', async () => {
    const { issuer } = await serve((_, response) => json(response, metadata('https://login.example')))
    expect((await howOf(issuer))?.[0]).toBe('open_id_down')
  })

  it.each(['javascript:alert(1)', 'data:text/html,x', 'nowhere', undefined])(
    'whose sign-in is at %s is none',
    async (endpoint) => {
      const { issuer } = await serve((_, response, own) =>
        json(response, metadata(own, { authorization_endpoint: endpoint })),
      )
      expect(await howOf(issuer)).toEqual(['open_id_down', 'authorization_endpoint'])
    },
  )

  it('is asked about itself once an hour, and again after a failure', async () => {
    let isUp = false
    const { issuer, asked } = await serve((_, response, own) =>
      isUp ? json(response, metadata(own)) : void response.writeHead(503).end(),
    )
    const client = clientOf()
    const begin = () => client.begin(providerOf(issuer), QUESTION)
    await expect(begin()).rejects.toMatchObject({ reason: 'open_id_down' })
    isUp = true
    await begin()
    await begin()
    expect(asked).toHaveLength(2)
    time += 3_600_000
    await begin()
    expect(asked).toHaveLength(3)
  })

  it('that answers with a token of another key, or with none, lets nobody in', async () => {
    const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const seconds = Math.floor(Date.now() / 1000)
    const claims = (iss: string) => ({ iss, sub: 'x', aud: 'a', nonce: 'n', iat: seconds, exp: seconds + 60 })
    const tokens: ((issuer: string) => string | undefined)[] = [
      (iss) => `${part({ alg: 'RS256' })}.${part(claims(iss))}.${'x'.repeat(342)}`,
      (iss) => `${part({ alg: 'none' })}.${part(claims(iss))}.`,
      () => undefined,
    ]
    for (const tokenOf of tokens) {
      const { issuer } = await serve((request, response, own) => {
        if (request.url === '/token') {
          const id_token = tokenOf(own)
          return json(response, { access_token: 'x', token_type: 'bearer', ...(id_token ? { id_token } : {}) })
        }
        return json(response, request.url === '/jwks' ? { keys: [] } : metadata(own))
      })
      const finished = clientOf().finish(providerOf(issuer), QUESTION, new URLSearchParams({ code: 'c', state: 's' }))
      await expect(finished).rejects.toMatchObject({ reason: 'open_id_failed' })
    }
  })
})
