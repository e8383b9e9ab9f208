/**
 * What one isolate of workerd keeps from request to request: settings, routes and what was read. Plain data and pure
 * functions only: a connection, a stream or a promise of one request may not be touched by another.
 */
import type { Bucket } from './adapters/blobs-r2.ts'
import { consoleLog } from './adapters/log-console.ts'
import { relayMailer } from './adapters/mail-relay.ts'
import { openIdClient } from './adapters/open-id-client.ts'
import { createRoutes } from './app.ts'
import { ConfigError } from './config.ts'
import { createIsolateMemory } from './edge-memory.ts'
import { type EdgeSettings, readEdgeSettings } from './edge-settings.ts'
import { DeliveryError } from './errors.ts'
import { assetsOf } from './http/assets.ts'
import type { Mailer } from './ports.ts'

/** As wrangler.toml names them, beside variables and secrets. */
export type Bindings = {
  HYPERDRIVE: { connectionString: string }
  BLOBS: Bucket
} & Record<string, unknown>

export type Isolate = ReturnType<typeof createIsolate>

let isolate: Isolate | null = null

/** Null, and a line in the log, where settings are wrong. */
export function isolateOf(env: Bindings): Isolate | null {
  try {
    isolate ??= createIsolate(readEdgeSettings(env))
    return isolate
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    consoleLog('error').error({ problems: error.problems }, 'not set up')
    return null
  }
}

/** Nothing is sent from here: what is due stays in the queue for `npm run worker` on Node. */
const noMailer: Mailer = {
  send: () => Promise.reject(new DeliveryError('mail_elsewhere', { permanent: false })),
}

const now = () => new Date()

function createIsolate(settings: EdgeSettings) {
  return {
    settings,
    now,
    log: consoleLog(settings.logLevel),
    routes: createRoutes(),
    assets: assetsOf(__CLIENT_MANIFEST__, __EMBED_SCRIPT__),
    ...createIsolateMemory(),
    openId: openIdClient({ secrets: settings.openIdSecrets, now }),
    mailer: settings.mailRelay ? relayMailer({ ...settings.mailRelay, now }) : noMailer,
    sendsMail: settings.mailRelay !== null,
  }
}
