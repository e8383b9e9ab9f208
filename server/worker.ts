/**
 * Entry for workerd: the same application on Postgres through Hyperdrive. It never migrates, and without its schema it
 * answers 503. Mail, blobs and the clock at the edge come with the issue of that name; until then a Node worker on the
 * same database does them.
 */
import { openPostgres } from './adapters/database-postgres.ts'
import { assetOf } from './adapters/edge-assets.ts'
import { openGeocoder } from './adapters/geocoder.ts'
import { consoleLog } from './adapters/log-console.ts'
import { openIdClient } from './adapters/open-id-client.ts'
import { outgoingByFetch } from './adapters/outgoing-fetch.ts'
import { scryptPasswords } from './adapters/passwords-scrypt.ts'
import { noBlobs, noPhotos } from './adapters/photos-elsewhere.ts'
import { createApp } from './app.ts'
import { readOpenIdSecrets } from './config.ts'
import { DeliveryError } from './errors.ts'
import type { Deps } from './http/app-env.ts'
import { assetsOf } from './http/assets.ts'
import type { Geocoder, Mailer, OpenId } from './ports.ts'
import { SCHEMA_VERSION } from './schema-version.ts'
import { createRegistry } from './towns/registry.ts'

type Env = {
  HYPERDRIVE: { connectionString: string }
  ASSETS: { fetch: (request: Request) => Promise<Response> }
  APP_SECRET: string
  PUBLIC_URL: string
  GEOCODER_URL?: string
  OIDC_SECRETS?: string
  OPERATOR_NAME?: string
  OPERATOR_ADDRESS?: string
  OPERATOR_EMAIL?: string
}
type ExecutionContext = { waitUntil(promise: Promise<unknown>): void }

const now = () => new Date()

/** Nothing is sent from here: what is due stays in the queue for the worker on Node. */
const noMailer: Mailer = {
  send: () => Promise.reject(new DeliveryError('mail_elsewhere', { permanent: false })),
}

/** Outlives a single question, so that it remembers answers and failures. */
let geocoder: Geocoder | null = null
function geocoderOf({ GEOCODER_URL, PUBLIC_URL }: Env): Geocoder | null {
  if (GEOCODER_URL) geocoder ??= openGeocoder(GEOCODER_URL, { publicUrl: PUBLIC_URL, now, log: consoleLog })
  return geocoder
}

/** Remembers what providers say about themselves. */
let openId: OpenId | null = null
function openIdOf({ OIDC_SECRETS = '{}' }: Env): OpenId {
  const secrets = readOpenIdSecrets(OIDC_SECRETS)
  if (typeof secrets === 'string') throw new Error(`OIDC_SECRETS: ${secrets}`)
  openId ??= openIdClient({ secrets, now })
  return openId
}

export default {
  async fetch(request: Request, env: Env, execution: ExecutionContext): Promise<Response> {
    const asset = await assetOf(request, env.ASSETS)
    if (asset) return asset
    // A connection may not outlive the request that opened it.
    const database = openPostgres({ url: env.HYPERDRIVE.connectionString, connections: 1 })
    try {
      const isReady = async () => (await database.schemaVersion()) === SCHEMA_VERSION
      if (!(await isReady())) return new Response('The database has another schema version.', { status: 503 })
      const deps: Deps = {
        database,
        registry: createRegistry(database, now),
        mailer: noMailer,
        geocoder: geocoderOf(env),
        blobs: noBlobs,
        photos: noPhotos,
        passwords: scryptPasswords,
        openId: openIdOf(env),
        outgoing: outgoingByFetch,
        log: consoleLog,
        now,
        secret: env.APP_SECRET,
        publicUrl: env.PUBLIC_URL,
        demo: false,
        operator: { name: env.OPERATOR_NAME, address: env.OPERATOR_ADDRESS, email: env.OPERATOR_EMAIL },
        // The edge names the visitor itself; nobody can write this header from outside.
        trustedProxies: [],
        limitsExempt: [],
        pictures: null,
        assets: assetsOf(__CLIENT_MANIFEST__, __EMBED_SCRIPT__),
        isReady,
        metrics: null,
        metricsToken: null,
      }
      return await createApp(deps).fetch(request, { peer: request.headers.get('CF-Connecting-IP') ?? undefined })
    } finally {
      execution.waitUntil(database.close())
    }
  },
}
