/** Entry for Node: environment → adapters → app. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type HttpBindings, type ServerType, serve } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import type { Database } from '../db/client.ts'
import { keptSecret } from './adapters/app-secret.ts'
import { folderBlobs } from './adapters/blobs-folder.ts'
import { lockDataDir } from './adapters/data-dir-lock.ts'
import { openEmbedded } from './adapters/database-embedded.ts'
import { openPostgres } from './adapters/database-postgres.ts'
import { openGeocoder } from './adapters/geocoder.ts'
import { pinoLog } from './adapters/log-pino.ts'
import { folderMailer } from './adapters/mail-folder.ts'
import { smtpMailer } from './adapters/mail-smtp.ts'
import { openIdClient } from './adapters/open-id-client.ts'
import { scryptPasswords } from './adapters/passwords-scrypt.ts'
import { sharpPhotos } from './adapters/photos-sharp.ts'
import { sharpPictures } from './adapters/pictures-sharp.ts'
import { MIGRATIONS, PROJECT_ROOT } from './adapters/project-root.ts'
import { logSlowWork } from './adapters/slow-work.ts'
import { createApp } from './app.ts'
import { runCommand } from './cli/commands.ts'
import { prepareDemo } from './cli/prepare-demo.ts'
import { type Config, ConfigError, hostInUrl, readConfig } from './config.ts'
import type { Deps } from './http/app-env.ts'
import { assetsOf } from './http/assets.ts'
import { buildCtx } from './http/build-ctx.ts'
import { describeError } from './http/describe-error.ts'
import { absoluteUrl } from './http/urls.ts'
import { type Clock, startClock } from './jobs.ts'
import { SCHEMA_VERSION } from './schema-version.ts'
import { createRegistry } from './towns/registry.ts'

const now = () => new Date()

type Opened = { database: Database; release: () => void }

async function openDatabase(config: Config): Promise<Opened> {
  if (config.databaseUrl) {
    const database = openPostgres({ url: config.databaseUrl })
    if ((await database.schemaVersion().catch(() => null)) !== SCHEMA_VERSION) {
      await database.close()
      throw new ConfigError([
        'DATABASE_URL: Die Datenbank hat nicht den Stand dieses Programms. Zuerst: npm run migrate',
      ])
    }
    return { database, release: () => undefined }
  }
  let opened: Database | undefined
  const world = { tenantsDir: config.tenantsDir, now, isDemo: config.demo, publicUrl: config.publicUrl }
  const release = await lockDataDir(config.dataDir, async (command) =>
    opened
      ? runCommand(opened, { ...world, by: command.by ?? 'control channel' }, command)
      : { ok: false, output: 'Der Server startet noch. Bitte gleich noch einmal.' },
  )
  const { database } = await openEmbedded({ dataDir: join(config.dataDir, 'database'), migrations: MIGRATIONS })
  opened = database
  return { database, release }
}

async function start(): Promise<void> {
  const config = readConfig(process.env)
  const log = pinoLog(config.logLevel)
  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 })
  const opened = await openDatabase(config)
  const { release } = opened
  const database = logSlowWork(opened.database, log)
  const registry = createRegistry(database, now, { keepsIndex: true })
  const mailer = config.smtpUrl
    ? smtpMailer(config.smtpUrl, config.mailFrom)
    : folderMailer(join(config.dataDir, 'mail'))
  const blobs = folderBlobs(config.blobDir ?? join(config.dataDir, 'blobs'))
  const secret = config.appSecret ?? keptSecret(config.dataDir)

  const deps: Deps = {
    database,
    registry,
    mailer,
    geocoder: config.geocoderUrl ? openGeocoder(config.geocoderUrl, { publicUrl: config.publicUrl, now, log }) : null,
    blobs,
    photos: sharpPhotos(),
    passwords: scryptPasswords,
    openId: openIdClient({ secrets: config.openIdSecrets, now }),
    log,
    now,
    secret,
    publicUrl: config.publicUrl ?? '',
    demo: config.demo,
    operator: config.operator,
    trustedProxies: config.trustedProxies,
    pictures: sharpPictures,
    assets: assetsOf(__CLIENT_MANIFEST__),
    isReady: async () => (await database.schemaVersion()) === SCHEMA_VERSION,
  }
  const greeting = config.demo ? await prepareDemo(deps, config) : ''

  const app = createApp(deps)
  const clock: Clock = {
    database,
    platform: {
      ask: app.ask,
      isDemo: config.demo,
      url: (path) => deps.publicUrl + path,
      mailbox: config.operator.email ?? config.mailFrom,
    },
    mailer,
    blobs,
    log,
    now,
    secret,
    urlOf: ({ town }, path) => absoluteUrl(deps.publicUrl, town, path),
    townCtx: async (key) => {
      const town = await registry.town(key)
      return town && buildCtx(deps, town, { kind: 'system' }, 'de')
    },
  }
  const site = new Hono()
    .use(compress())
    .use('/assets/*', serveAssets)
    .mount('/', (request, env: HttpBindings) => app.fetch(request, { peer: env.incoming.socket.remoteAddress }))
  const { server, port } = await listen(site, config)
  deps.publicUrl ||= `http://${hostInUrl(config.host)}:${port}`
  process.stdout.write(`Anliegenwerk: ${deps.publicUrl}/\n${greeting}`)
  const stopClock = startClock(clock, (error) => log.error(describeError(error), 'clock'))

  const stop = async () => {
    server.close()
    await stopClock()
    await database.close()
    release()
    process.exit(0)
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}

/**
 * @returns the server and the port it got, which PORT=0 leaves to the system
 * @throws ConfigError when the port is taken
 */
function listen(site: Hono, { host, port }: Config): Promise<{ server: ServerType; port: number }> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: site.fetch, hostname: host, port }, (address) =>
      resolve({ server, port: address.port }),
    )
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = `PORT: ${port} ist schon vergeben. Nehmen Sie einen anderen, zum Beispiel PORT=${port + 1}.`
      reject(error.code === 'EADDRINUSE' ? new ConfigError([taken]) : error)
    })
  })
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
