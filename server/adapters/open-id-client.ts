/** OpenID Connect by openid-client: discovery, code with PKCE, checked ID tokens. Fetch only, so it runs at the edge too. */
import * as client from 'openid-client'
import { AppError } from '../errors.ts'
import type { OpenId, OpenIdPerson, OpenIdProvider } from '../ports.ts'

const TIMEOUT_SECONDS = 5
/** What a provider says about itself changes rarely; its keys are asked for anew by the library itself. */
const FRESH_MS = 3_600_000

type Known = { config: client.Configuration; until: number }
type Settings = { secrets: ReadonlyMap<string, string>; now: () => Date; timeoutSeconds?: number }

/** @param secrets by town; a town without one is a public client, for which PKCE is enough */
export function openIdClient({ secrets, now, timeoutSeconds = TIMEOUT_SECONDS }: Settings): OpenId {
  const known = new Map<string, Known>()

  /** Only what has arrived is kept: at the edge nobody may wait for another one's request. */
  async function configOf(provider: OpenIdProvider): Promise<client.Configuration> {
    const key = JSON.stringify([provider.town, provider.issuer, provider.clientId])
    const earlier = known.get(key)
    if (earlier && earlier.until > now().getTime()) return earlier.config
    const secret = secrets.get(provider.town)
    const config = await discover(provider, { secret, timeoutSeconds }).catch((error) => {
      throw down(codeOf(error))
    })
    known.set(key, { config, until: now().getTime() + FRESH_MS })
    return config
  }

  return {
    async begin(provider, { redirectUri, state, nonce, verifier, acrValues }) {
      const config = await configOf(provider)
      const challenge = await client.calculatePKCECodeChallenge(verifier)
      return addressOf(config, provider, {
        redirect_uri: redirectUri,
        scope: 'openid email',
        code_challenge: challenge,
        code_challenge_method: 'S256',
        state,
        nonce,
        ...(acrValues ? { acr_values: acrValues.join(' ') } : {}),
      })
    },
    async finish(provider, { redirectUri, state, nonce, verifier }, answer) {
      const config = await configOf(provider)
      try {
        const checks = { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true }
        const tokens = await client.authorizationCodeGrant(config, new URL(`${redirectUri}?${answer}`), checks)
        return personOf(provider, config, tokens)
      } catch (error) {
        throw refusalOf(error)
      }
    },
  }
}

/** It becomes a link of our page: only to where the provider itself may be. */
function addressOf(
  config: client.Configuration,
  { issuer }: OpenIdProvider,
  parameters: Record<string, string>,
): string {
  const { authorization_endpoint: endpoint = '' } = config.serverMetadata()
  if (!URL.canParse(endpoint) || new URL(endpoint).protocol !== new URL(issuer).protocol)
    throw down('authorization_endpoint')
  return client.buildAuthorizationUrl(config, parameters).href
}

type How = { secret: string | undefined; timeoutSeconds: number }

async function discover({ issuer, clientId }: OpenIdProvider, { secret, timeoutSeconds }: How) {
  const execute = issuer.startsWith('http:') ? [client.allowInsecureRequests] : []
  const found = await client.discovery(new URL(issuer), clientId, undefined, undefined, {
    execute,
    timeout: timeoutSeconds,
  })
  const metadata = found.serverMetadata()
  const config = new client.Configuration(metadata, clientId, undefined, authentication(metadata, secret))
  config.timeout = timeoutSeconds
  // The signature too, although the token comes from the provider itself.
  for (const enable of [...execute, client.enableNonRepudiationChecks]) enable(config)
  return config
}

/** What a client is registered with unless somebody says otherwise (OpenID Connect Registration §2). */
function authentication({ token_endpoint_auth_methods_supported: methods }: client.ServerMetadata, secret?: string) {
  if (secret === undefined) return client.None()
  const hasBasic = !methods || methods.includes('client_secret_basic')
  return hasBasic ? client.ClientSecretBasic(secret) : client.ClientSecretPost(secret)
}

type Tokens = Awaited<ReturnType<typeof client.authorizationCodeGrant>>

function personOf({ issuer }: OpenIdProvider, config: client.Configuration, tokens: Tokens): OpenIdPerson {
  const claims = tokens.claims()
  // An address that many organisations share names each by an issuer of its own: only the one configured counts.
  if (!claims || new URL(claims.iss).href !== new URL(issuer).href) throw failed('issuer')
  const { sub, amr, acr } = claims
  return {
    issuer,
    subject: sub,
    amr: Array.isArray(amr) ? amr.map(String) : [],
    acr: typeof acr === 'string' ? acr : undefined,
    async readEmail() {
      const isTold = claims.email !== undefined || !config.serverMetadata().userinfo_endpoint
      const told = isTold
        ? claims
        : await client.fetchUserInfo(config, tokens.access_token, sub).catch((error) => {
            throw refusalOf(error)
          })
      const { email, email_verified: isVerified } = told
      return isVerified === true && typeof email === 'string' ? email.toLowerCase() : null
    },
  }
}

const down = (how: string) => new AppError('unavailable', 'open_id_down', { facts: { how } })
const failed = (how: string) => new AppError('unauthenticated', 'open_id_failed', { facts: { how } })

const DOWN = new Set(['OAUTH_TIMEOUT', 'OAUTH_ABORT', 'OAUTH_RESPONSE_IS_NOT_CONFORM', 'OAUTH_RESPONSE_IS_NOT_JSON'])
const BUSY = new Set(['server_error', 'temporarily_unavailable'])
const SERVER_ERROR = 500

function refusalOf(error: unknown): AppError {
  if (error instanceof AppError) return error
  const how = codeOf(error)
  if (error instanceof client.AuthorizationResponseError) {
    if (BUSY.has(error.error)) return down(how)
    return error.error === 'access_denied'
      ? new AppError('unauthenticated', 'open_id_denied', { facts: { how } })
      : failed(how)
  }
  const isServerError = error instanceof client.ResponseBodyError && error.status >= SERVER_ERROR
  // Fetch says "no connection" by a TypeError without a code.
  const hasNoAnswer = error instanceof TypeError && !('code' in error)
  return isServerError || hasNoAnswer || DOWN.has(how) ? down(how) : failed(how)
}

/** How a wrong client secret is answered. */
function challengeOf(error: unknown): { error?: unknown; code?: unknown } | undefined {
  return error instanceof client.WWWAuthenticateChallengeError ? error.cause[0]?.parameters : undefined
}

/** A short name of what happened; messages may carry what the provider sent. */
function codeOf(error: unknown): string {
  const { error: named, code } = challengeOf(error) ?? (error as { error?: unknown; code?: unknown })
  const name = named ?? code ?? (error instanceof TypeError ? 'no_connection' : 'error')
  return typeof name === 'string' && /^\w{1,60}$/.test(name) ? name : 'error'
}
