/**
 * `npm run worker`: the mails that a Worker at the edge leaves lying, sent by SMTP from the same database. Mails and
 * nothing else: photos lie in the edge's bucket, and everything beside mails is done there each minute.
 */

import { noBlobs } from '../adapters/blobs-elsewhere.ts'
import { pinoLog } from '../adapters/log-pino.ts'
import { smtpMailer } from '../adapters/mail-smtp.ts'
import { openMigrated } from '../adapters/open-migrated.ts'
import { outgoingByFetch } from '../adapters/outgoing-fetch.ts'
import { clockOf } from '../app-clock.ts'
import { ConfigError, readConfig } from '../config.ts'
import { describeError } from '../describe-error.ts'
import { startClock } from '../lanes.ts'
import { createRegistry } from '../towns/registry.ts'

/** As the Worker has them, since the links in mails are made of them; and the way out. */
const NEEDED = {
  DATABASE_URL: 'die Datenbank, mit der auch der Worker arbeitet',
  APP_SECRET: 'denselben Wert wie im Worker',
  PUBLIC_URL: 'dieselbe Adresse wie im Worker',
  SMTP_URL: 'den Mailserver, zum Beispiel SMTP_URL=smtp://mail.example:587',
}
/** Each lane for mails needs one at times. */
const CONNECTIONS = 4

const now = () => new Date()
const nobody = () => Promise.reject(new Error('a worker for mails asks no application'))

/** Runs until it is stopped. @throws ConfigError with what is missing */
export async function runMailWorker(environment: Record<string, string | undefined>): Promise<void> {
  const missing = Object.entries(NEEDED).filter(([name]) => !environment[name])
  if (missing.length > 0) throw new ConfigError(missing.map(([name, what]) => `${name}: Fehlt. Nennen Sie ${what}.`))
  const config = readConfig(environment)
  const { open311Keys, operator, mailFrom } = config
  const log = pinoLog(config.logLevel)
  const database = await openMigrated({ url: config.databaseUrl!, connections: CONNECTIONS })
  const around = {
    database,
    registry: createRegistry(database, now),
    mailer: smtpMailer(config.smtpUrl!, mailFrom),
    blobs: noBlobs,
    outgoing: outgoingByFetch,
    log,
    now,
    secret: config.appSecret!,
    publicUrl: config.publicUrl!,
    demo: false,
  }
  const clock = clockOf(around, { ask: nobody }, { mailbox: operator.email ?? mailFrom, open311Keys })
  const stop = startClock(clock, (error) => log.error(describeError(error), 'clock'), 'mails')
  process.stdout.write('Anliegenwerk: Fällige E-Mails gehen von hier hinaus.\n')
  await new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, resolve)
  })
  await stop()
  await database.close()
}
