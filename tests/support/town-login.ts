/** A town's own sign-in: a real OpenID Connect provider on loopback, with a page that asks who you are. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'

export const CLIENT_ID = 'anliegenwerk'
/** With everything that an encoding could spoil. */
export const CLIENT_SECRET = 'Gar nicht+geheim/=%:&"'

export type Account = { email?: string; email_verified?: boolean; amr?: string[]; acr?: string }

export type TownLogin = Awaited<ReturnType<typeof startTownLogin>>

type Settings = { redirectUri: string; isPublic?: boolean }

export async function startTownLogin({ redirectUri, isPublic = false }: Settings) {
  const accounts = new Map<string, Account>()
  /** What the token endpoint was asked, to see that the code comes with its verifier. */
  const asked: string[] = []
  let isDown = false
  let provider: Provider | undefined
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url?.split('?')[0]}`)
    if (isDown) return void response.writeHead(503).end('down')
    if (request.url?.startsWith('/interaction/')) return void interaction(provider!, { request, response }, accounts)
    provider!.callback()(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  provider = quietly(() => new Provider(issuer, configuration({ redirectUri, isPublic }, accounts)))
  return {
    issuer,
    accounts,
    asked,
    setDown: (value: boolean) => {
      isDown = value
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** It warns of its own defaults, which are for tests. */
function quietly<T>(work: () => T): T {
  const { warn, info } = console
  console.warn = () => undefined
  console.info = () => undefined
  try {
    return work()
  } finally {
    Object.assign(console, { warn, info })
  }
}

function configuration({ redirectUri, isPublic }: Settings, accounts: ReadonlyMap<string, Account>) {
  return {
    clients: [
      {
        client_id: CLIENT_ID,
        ...(isPublic ? { token_endpoint_auth_method: 'none' } : { client_secret: CLIENT_SECRET }),
        redirect_uris: [redirectUri],
      },
    ],
    // A code without its verifier is refused.
    pkce: { required: () => true },
    ttl: { Interaction: 600, Grant: 600, Session: 600, AccessToken: 600, IdToken: 600, AuthorizationCode: 60 },
    acrValues: ['urn:town:strong'],
    claims: { openid: ['sub', 'amr', 'acr'], email: ['email', 'email_verified'] },
    cookies: { keys: ['a key for tests'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_ctx: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    findAccount: (_ctx: unknown, accountId: string) => {
      const { email, email_verified } = accounts.get(accountId) ?? {}
      return { accountId, claims: () => ({ sub: accountId, email, email_verified }) }
    },
    // Whoever comes from the town's own application is not asked for consent.
    async loadExistingGrant(ctx: {
      oidc: { provider: Provider; client: { clientId: string }; session: { accountId: string } }
    }) {
      const { client, session } = ctx.oidc
      const grant = new ctx.oidc.provider.Grant({ clientId: client.clientId, accountId: session.accountId })
      grant.addOIDCScope('openid email')
      await grant.save()
      return grant
    },
  }
}

type Exchange = { request: IncomingMessage; response: ServerResponse }

async function interaction(
  provider: Provider,
  { request, response }: Exchange,
  accounts: ReadonlyMap<string, Account>,
) {
  if (request.method !== 'POST') return void response.setHeader('Content-Type', 'text/html; charset=utf-8').end(PAGE)
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const form = new URLSearchParams(Buffer.concat(chunks).toString())
  const accountId = form.get('login') ?? ''
  const { amr, acr } = accounts.get(accountId) ?? {}
  const result = form.has('cancel')
    ? { error: 'access_denied', error_description: 'somebody went back' }
    : { login: { accountId, ...(amr ? { amr } : {}), ...(acr ? { acr } : {}) } }
  await provider.interactionFinished(request, response, result)
}

const PAGE = `<!doctype html><html lang="de"><title>Stadt-Konto</title><h1>Stadt-Konto</h1>
<form method="post"><label>Kennung <input name="login"></label><button>Anmelden</button>
<button name="cancel" value="1">Abbrechen</button></form></html>`

/** A browser on the town's side: follows from the provider's address back to ours. @returns where it is sent back to */
export async function walkThrough(
  start: string,
  { login, redirectUri }: { login: string | null; redirectUri: string },
) {
  const jar = new Map<string, string>()
  let url = start
  let body: URLSearchParams | undefined
  for (let hops = 0; hops < 10; hops++) {
    if (url.startsWith(redirectUri)) return new URL(url)
    const answer = await fetch(url, {
      redirect: 'manual',
      method: body ? 'POST' : 'GET',
      headers: { Cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(body ? { body } : {}),
    })
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      jar.set(name, value)
    }
    const location = answer.headers.get('Location')
    body = undefined
    if (location) url = new URL(location, url).href
    else if (answer.ok) body = new URLSearchParams(login === null ? { cancel: '1' } : { login })
    else throw new Error(`${answer.status} at ${url}: ${(await answer.text()).slice(-300)}`)
  }
  throw new Error(`never came back from ${url}`)
}
