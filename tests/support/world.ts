/** A small world: the example towns on a database of its own, and the people of people.ts in them. */
import { readFileSync } from 'node:fs'
import { inject } from 'vitest'
import type { Database } from '../../db/client.ts'
import { openEmbedded } from '../../server/adapters/database-embedded.ts'
import { openIdClient } from '../../server/adapters/open-id-client.ts'
import { outgoingOnNode } from '../../server/adapters/outgoing-node.ts'
import { scryptPasswords } from '../../server/adapters/passwords-scrypt.ts'
import { sharpPhotos } from '../../server/adapters/photos-sharp.ts'
import { sharpPictures } from '../../server/adapters/pictures-sharp.ts'
import { MIGRATIONS } from '../../server/adapters/project-root.ts'
import { createApp } from '../../server/app.ts'
import type { Actor, Ctx } from '../../server/context.ts'
import type { DeliveryError } from '../../server/errors.ts'
import type { Deps } from '../../server/http/app-env.ts'
import { buildCtx } from '../../server/http/build-ctx.ts'
import { absoluteUrl } from '../../server/http/urls.ts'
import type { Clock } from '../../server/jobs.ts'
import type { Blobs, Log, Mailer, MailMessage } from '../../server/ports.ts'
import { SCHEMA_VERSION } from '../../server/schema-version.ts'
import { createRegistry } from '../../server/towns/registry.ts'
import { readNetworks } from '../../server/visitor.ts'
import type { Language } from '../../tenants/languages.ts'
import { addPeople, CITIZEN, type Person } from './people.ts'
import { makeTestPostgres } from './postgres.ts'
import { START } from './start.ts'
import { type Reusable, usedAgain } from './used-again.ts'

export const FIRST_TOWN = 'bad-salzuflen'
export const NEIGHBOUR = 'herford'
export const PUBLIC_URL = 'http://127.0.0.1:3000'

/** Who runs the platform of the tests. */
export const OPERATOR = {
  name: 'Zweckverband Muster',
  address: 'Musterweg 1, 12345 Muster',
  email: 'betrieb@platform.example',
}

export type LogLine = { level: string; facts: Record<string, unknown>; message: string }

export type World = Awaited<ReturnType<typeof createWorld>>

/** @param database one of its own; without it a copy of the template */
export async function createWorld(own?: Database) {
  const database = own ?? (await openDatabase())
  let time = START.getTime()
  const now = () => new Date(time)
  const registry = createRegistry(database, now)
  const people = await addPeople(database, now())

  const mails: MailMessage[] = []
  let mailFailure: DeliveryError | null = null
  const mailer: Mailer = {
    async send(message) {
      if (mailFailure) throw mailFailure
      mails.push(message)
    },
  }
  const files = new Map<string, Uint8Array>()
  const blobs: Blobs = {
    put: async (key, bytes) => void files.set(key, bytes),
    get: async (key) => files.get(key) ?? null,
    remove: async (key) => void files.delete(key),
  }
  const logLines: LogLine[] = []
  const logAt = (level: string) => (facts: Record<string, unknown>, message: string) =>
    void logLines.push({ level, facts, message })
  const log: Log = { info: logAt('info'), warn: logAt('warn'), error: logAt('error'), within: (_, work) => work() }
  const deps: Deps = {
    database,
    registry,
    mailer,
    geocoder: null,
    blobs,
    photos: sharpPhotos(),
    passwords: scryptPasswords,
    openId: openIdClient({ secrets: new Map(), now }),
    // Other people's systems stand on this machine here.
    outgoing: outgoingOnNode(readNetworks('127.0.0.0/8')!),
    log,
    now,
    secret: 'a secret for tests that is long enough',
    publicUrl: PUBLIC_URL,
    demo: false,
    operator: OPERATOR,
    trustedProxies: [],
    limitsExempt: [],
    pictures: sharpPictures,
    assets: {
      citizen: { css: ['/assets/citizen.css'], js: ['/assets/citizen.js'] },
      clerk: { css: ['/assets/clerk.css'], js: ['/assets/clerk.js'] },
      embed: 'customElements',
    },
    isReady: async () => (await database.schemaVersion()) === SCHEMA_VERSION,
    metrics: null,
    metricsToken: null,
  }
  async function ctxOf(actor: Actor, town = FIRST_TOWN, language: Language = 'de'): Promise<Ctx> {
    const registered = await registry.town(town)
    if (!registered) throw new Error(`no town ${town}`)
    return buildCtx(deps, registered, actor, language)
  }
  const app = createApp(deps)
  const open311Keys = new Map<string, string>()
  const clock: Clock = {
    database,
    platform: { ask: app.ask, isDemo: true, url: (path) => PUBLIC_URL + path, mailbox: OPERATOR.email },
    mailer,
    blobs,
    photos: deps.photos,
    log,
    now,
    secret: deps.secret,
    outgoing: deps.outgoing,
    open311Keys,
    urlOf: ({ town }, path) => absoluteUrl(deps.publicUrl, town, path),
    townCtx: (town) => ctxOf({ kind: 'system' }, town),
  }
  return {
    database,
    deps,
    app,
    clock,
    people,
    mails,
    /** What lies in the blobs, by key. */
    files,
    logLines,
    /** Keys of partners' systems, by `town/partner`. */
    open311Keys,
    now,
    pass: (ms: number) => {
      time += ms
    },
    failMail: (failure: DeliveryError | null) => {
      mailFailure = failure
    },
    /** A ctx in the first town unless another is named. */
    as: (person: Person | typeof CITIZEN, town?: string) =>
      ctxOf(person === CITIZEN ? { kind: 'citizen' } : person.actor, town),
    asActor: ctxOf,
    close: () => database.close(),
  }
}

/** As the run's template: embedded, or on TEST_DATABASE_URL. */
const openDatabase = usedAgain(() =>
  process.env.TEST_DATABASE_URL ? makeTestPostgres(process.env.TEST_DATABASE_URL) : makeEmbedded(),
)

async function makeEmbedded(): Promise<Reusable> {
  const dump = new Blob([readFileSync(inject('templateDatabase'))])
  const { database, client } = await openEmbedded({ loadDataDir: dump, migrations: MIGRATIONS })
  return {
    database,
    unlocked: async (work) => {
      await client.exec('reset all; set search_path to public; unlisten *; select pg_advisory_unlock_all()')
      return client.transaction((tx) =>
        work({ query: async (text, values) => (await tx.query(text, values)).rows as never }),
      )
    },
    end: () => database.close(),
  }
}
