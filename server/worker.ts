/**
 * Entry for workerd: environment → adapters → app, for each request anew, since no connection may outlive the request
 * that opened it. It never migrates, and without its schema it answers 503. What is due is worked off by `scheduled`.
 */
import { r2Blobs } from './adapters/blobs-r2.ts'
import { openPostgres } from './adapters/database-postgres.ts'
import { openGeocoder } from './adapters/geocoder.ts'
import { onlyWithSchema } from './adapters/matching-schema.ts'
import { outgoingByFetch } from './adapters/outgoing-fetch.ts'
import { scryptPasswords } from './adapters/passwords-scrypt.ts'
import { losslessPhotos } from './adapters/photos-lossless.ts'
import { createApp } from './app.ts'
import { clockOf } from './app-clock.ts'
import { describeError } from './describe-error.ts'
import { type Bindings, type Isolate, isolateOf } from './edge-isolate.ts'
import type { Deps } from './http/app-env.ts'
import { workOffDue } from './lanes.ts'
import { sweepPlatform } from './retention/sweep.ts'
import { SCHEMA_VERSION } from './schema-version.ts'
import { createRegistry } from './towns/registry.ts'

type Execution = { waitUntil(promise: Promise<unknown>): void }
type Scheduled = { scheduledTime: number }

/** Well before the cron comes again; what has begun may take longer. */
const SCHEDULED = { withinMs: 45_000, most: 400 }
/** After an answer, within the half minute that the platform leaves for it: mails of 20 s at most each. */
const AFTERWARDS = { withinMs: 5_000, most: 10, mailLanes: 1 }

/** Connections of one invocation: one request needs one, and due work some so that its lanes do not wait for each other. */
const LANES = 3

function open(isolate: Isolate, env: Bindings, connections = 1) {
  const { settings, now, log, mailer } = isolate
  const database = openPostgres({ url: env.HYPERDRIVE.connectionString, connections })
  const checked = onlyWithSchema(database, isolate.schema, now)
  const { geocoderUrl, publicUrl } = settings
  const deps: Deps = {
    database: checked,
    registry: createRegistry(checked, now, { memory: isolate.towns }),
    mailer,
    geocoder: geocoderUrl ? openGeocoder(geocoderUrl, { publicUrl, now, log, memory: isolate.geocoder }) : null,
    blobs: r2Blobs(env.BLOBS),
    photos: losslessPhotos(),
    passwords: scryptPasswords,
    openId: isolate.openId,
    outgoing: outgoingByFetch,
    log,
    now,
    secret: settings.appSecret,
    publicUrl,
    demo: false,
    operator: settings.operator,
    // The edge names the visitor itself; nobody can write that header from outside.
    trustedProxies: [],
    limitsExempt: settings.limitsExempt,
    pictures: null,
    assets: isolate.assets,
    isReady: async () => (await database.schemaVersion()) === SCHEMA_VERSION,
    // Each isolate would count for itself, and nobody can ask all of them.
    metrics: null,
    metricsToken: null,
  }
  const app = createApp(deps, isolate.routes)
  const { open311Keys, operator, mailFrom } = settings
  const clock = clockOf(deps, app, { mailbox: operator.email ?? mailFrom, open311Keys })
  return { app, clock, close: () => database.close() }
}

const onTrouble =
  ({ log }: Isolate) =>
  (error: unknown) =>
    log.error(describeError(error), 'clock')
const isWrite = ({ method }: Request) => !['GET', 'HEAD', 'OPTIONS'].includes(method)

export default {
  async fetch(request: Request, env: Bindings, execution: Execution): Promise<Response> {
    const isolate = isolateOf(env)
    if (!isolate) return new Response('Not set up. Its log says what is missing.\n', { status: 503 })
    const { app, clock, close } = open(isolate, env)
    const ends: Promise<void>[] = []
    const peer = request.headers.get('CF-Connecting-IP') ?? undefined
    try {
      const answer = await app.fetch(request, { peer, goesOn: (end) => ends.push(end) })
      if (isWrite(request) && answer.status < 400 && isolate.sendsMail)
        ends.push(workOffDue(clock, { part: 'mails', ...AFTERWARDS, onTrouble: onTrouble(isolate) }))
      return answer
    } finally {
      execution.waitUntil(Promise.allSettled(ends).then(close))
    }
  },

  async scheduled({ scheduledTime }: Scheduled, env: Bindings): Promise<void> {
    const isolate = isolateOf(env)
    if (!isolate) return
    const { clock, close } = open(isolate, env, LANES)
    try {
      if (new Date(scheduledTime).getUTCMinutes() === 0) await sweepPlatform(clock).catch(onTrouble(isolate))
      const part = isolate.sendsMail ? 'all' : 'no mails'
      await workOffDue(clock, { part, ...SCHEDULED, onTrouble: onTrouble(isolate) })
    } finally {
      await close()
    }
  },
}
