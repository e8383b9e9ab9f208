/** Entry for Node: environment → adapters → app. */
import { mkdirSync } from 'node:fs'
import type { Server } from 'node:http'
import { join } from 'node:path'
import type { HttpBindings } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import type { Database } from '../db/client.ts'
import { keptSecret } from './adapters/app-secret.ts'
import { folderBlobs } from './adapters/blobs-folder.ts'
import { gentleEnd } from './adapters/close-gently.ts'
import { lockDataDir } from './adapters/data-dir-lock.ts'
import { openEmbedded } from './adapters/database-embedded.ts'
import { startUpkeep } from './adapters/embedded-upkeep.ts'
import { openGeocoder } from './adapters/geocoder.ts'
import { pinoLog } from './adapters/log-pino.ts'
import { folderMailer } from './adapters/mail-folder.ts'
import { listenOn } from './adapters/node-server.ts'
import { openIdClient } from './adapters/open-id-client.ts'
import { openMigrated } from './adapters/open-migrated.ts'
import { outgoingOnNode } from './adapters/outgoing-node.ts'
import { scryptPasswords } from './adapters/passwords-scrypt.ts'
import { sharpPhotos } from './adapters/photos-sharp.ts'
import { sharpPictures } from './adapters/pictures-sharp.ts'
import { MIGRATIONS, PROJECT_ROOT } from './adapters/project-root.ts'
import { logSlowWork } from './adapters/slow-work.ts'
import { tellWrites } from './adapters/written-towns.ts'
import { createApp } from './app.ts'
import { clockOf } from './app-clock.ts'
import { backupCommand, blobDirOf } from './cli/backup.ts'
import { runCommand } from './cli/commands.ts'
import { prepareDemo } from './cli/prepare-demo.ts'
import { type Config, ConfigError, hostInUrl, readConfig } from './config.ts'
import { describeError } from './describe-error.ts'
import type { Deps, Keeping } from './http/app-env.ts'
import { assetsOf } from './http/assets.ts'
import { createPageCache } from './http/page-cache.ts'
import { startClock } from './lanes.ts'
import { SCHEMA_VERSION } from './schema-version.ts'
import { createRegistry } from './towns/registry.ts'

const now = () => new Date()

const secretOf = ({ appSecret, dataDir }: Config) => appSecret ?? keptSecret(dataDir)

type OnTrouble = (error: unknown) => void
type Opened = {
  database: Database
  release: () => void
  /** Of the database itself, where nobody else does it. @returns stops it */
  startUpkeep: (onTrouble: OnTrouble) => () => Promise<void>
}

async function openDatabase(config: Config, onDead: (error: unknown) => void): Promise<Opened> {
  if (config.databaseUrl) {
    const database = await openMigrated({ url: config.databaseUrl })
    return { database, release: () => undefined, startUpkeep: () => async () => undefined }
  }
  let opened: Awaited<ReturnType<typeof openEmbedded>> | undefined
  const release = await lockDataDir(config.dataDir, async (command) => {
    if (!opened) return { ok: false, output: 'Der Server startet noch. Bitte gleich noch einmal.' }
    const by = command.by ?? 'control channel'
    const { tenantsDir, demo: isDemo, publicUrl } = config
    const world = { tenantsDir, now, isDemo, by, publicUrl, secret: () => secretOf(config) }
    if (command.command === 'backup') return backupCommand(opened.client, config, world, command)
    return runCommand(opened.database, world, command)
  })
  opened = await openEmbedded({ dataDir: join(config.dataDir, 'database'), migrations: MIGRATIONS, onDead })
  const { database, client, isFull } = opened
  const mayWrite = async () => !(await isFull())
  return { database, release, startUpkeep: (onTrouble) => startUpkeep(client, { mayWrite, onTrouble }) }
}

async function start(): Promise<void> {
  const config = readConfig(process.env)
  const log = pinoLog(config.logLevel)
  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 })
  let stop: Stop = async (code) => process.exit(code)
  const crash = (error: unknown) => {
    log.error(describeError(error), 'ended by an error')
    void stop(1)
  }
  // Also what nobody waited for: Node hands it on here.
  process.on('uncaughtException', crash)
  const opened = await openDatabase(config, crash)
  const { release } = opened
  const metrics = config.metricsToken ? await openMetrics() : null
  const watched = logSlowWork(opened.database, log)
  const pages = createPageCache({ now, log, metrics })
  const database = tellWrites(metrics?.ofDatabase(watched) ?? watched, pages.written)
  const registry = createRegistry(database, now, { keepsIndex: true })
  const outbox = config.smtpUrl
    ? await openSmtp(config.smtpUrl, config.mailFrom)
    : folderMailer(join(config.dataDir, 'mail'))
  const mailer = metrics?.ofMailer(outbox) ?? outbox
  const blobs = folderBlobs(blobDirOf(config))
  const secret = secretOf(config)

  let isStopping = false
  const deps: Deps = {
    database,
    registry,
    mailer,
    geocoder: config.geocoderUrl ? openGeocoder(config.geocoderUrl, { publicUrl: config.publicUrl, now, log }) : null,
    blobs,
    photos: sharpPhotos(),
    passwords: scryptPasswords,
    openId: openIdClient({ secrets: config.openIdSecrets, now }),
    outgoing: outgoingOnNode(config.outgoingAllowed),
    log,
    now,
    secret,
    publicUrl: config.publicUrl ?? '',
    demo: config.demo,
    operator: config.operator,
    trustedProxies: config.trustedProxies,
    limitsExempt: config.limitsExempt,
    pictures: sharpPictures,
    assets: assetsOf(__CLIENT_MANIFEST__, __EMBED_SCRIPT__),
    isReady: async () => !isStopping && (await opened.database.schemaVersion()) === SCHEMA_VERSION,
    metrics,
    metricsToken: config.metricsToken,
  }
  // Nobody waits yet, so its large units of work are no news for the log.
  const greeting = config.demo ? await prepareDemo({ ...deps, database: opened.database }, config) : ''

  const app = createApp(deps)
  const clock = clockOf(deps, app, {
    mailbox: config.operator.email ?? config.mailFrom,
    open311Keys: config.open311Keys,
  })
  const site = new Hono<{ Bindings: SiteBindings }>()
    .use(compress())
    .use('/assets/*', serveAssets)
    .mount('/', (request, { incoming, keep }: SiteBindings) =>
      app.fetch(request, { peer: incoming.socket.remoteAddress, keep }),
    )
  const { server, port } = await listen(
    pages.before((request, env: SiteBindings) => site.fetch(request, env), registry),
    config,
  )
  const endServer = gentleEnd(server as Server)
  deps.publicUrl ||= `http://${hostInUrl(config.host)}:${port}`
  process.stdout.write(`Anliegenwerk: ${deps.publicUrl}/\n${greeting}`)
  const stopClock = startClock(clock, (error) => log.error(describeError(error), 'clock'))
  const stopUpkeep = opened.startUpkeep((error) => log.error(describeError(error), 'upkeep'))

  stop = once(async (code) => {
    isStopping = true
    const withinMs = code === 0 ? STOP_MS : CRASH_MS
    setTimeout(() => process.exit(1), withinMs + CLOSE_MS).unref()
    await Promise.allSettled([endServer(withinMs), stopClock(withinMs), stopUpkeep()])
    await database.close()
    release()
    process.exit(code)
  })
  stopOnSignals(stop)
}

/** Many files to be read at every start, for those who have asked for them. */
const openMetrics = async () => (await import('./adapters/metrics-prometheus.ts')).prometheusMetrics()
const openSmtp = async (url: string, from: string) => (await import('./adapters/mail-smtp.ts')).smtpMailer(url, from)

type SiteBindings = HttpBindings & { keep?: Keeping | undefined }

type Stop = (code: number) => Promise<void>

/** Requests and mails under way get so long to end; after a crash less, for nothing is certain any more. */
const STOP_MS = 10_000
const CRASH_MS = 3_000
/** And the database so long to close. */
const CLOSE_MS = 3_000
/** A signal to the whole group comes twice under npm, which hands it on: the same press. */
const SAME_PRESS_MS = 1_000

function once(stop: Stop): Stop {
  let stopping: Promise<void> | undefined
  return (code) => {
    stopping ??= stop(code)
    return stopping
  }
}

/** Whoever presses again does not want to wait. */
function stopOnSignals(stop: Stop): void {
  let pressedAt = 0
  const press = () => {
    if (pressedAt === 0) void stop(0)
    else if (performance.now() - pressedAt > SAME_PRESS_MS) process.exit(1)
    pressedAt ||= performance.now()
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, press)
}

/** @throws ConfigError when the port is taken */
async function listen(fetch: Parameters<typeof listenOn>[0], { host, port }: Config) {
  try {
    return await listenOn(fetch, { host, port })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    throw new ConfigError([
      `PORT: ${port} ist schon vergeben. Nehmen Sie einen anderen, zum Beispiel PORT=${port + 1}.`,
    ])
  }
}

/** File names carry a hash of their content, so browsers may keep them for ever. */
const serveAssets = serveStatic({
  root: join(PROJECT_ROOT, 'dist/client'),
  onFound: (_path, c) => {
    c.header('Cache-Control', 'public, max-age=31536000, immutable')
    c.header('X-Content-Type-Options', 'nosniff')
  },
})

/** Settings and a taken folder are told in words; anything else with its trace. */
function fail(error: unknown): never {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  if (error instanceof Error && !(error instanceof ConfigError)) process.stderr.write(`${error.stack}\n`)
  process.exit(1)
}

start().catch(fail)
