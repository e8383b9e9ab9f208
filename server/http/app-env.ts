/** Types every surface shares. A file of its own, so that a part never imports the type of its whole. */
import type { Database } from '../../db/client.ts'
import type { Language } from '../../tenants/languages.ts'
import type { Ctx } from '../context.ts'
import type { SignedIn } from '../people/sessions.ts'
import type { Blobs, Geocoder, Log, Mailer, Metrics, OpenId, Outgoing, Passwords, Photos, Pictures } from '../ports.ts'
import type { Ask } from '../towns/check-conformance.ts'
import type { Registry, TownWithLogo } from '../towns/registry.ts'

import type { Network } from '../visitor.ts'

/** Addresses of the built client files a page links. */
export type Assets = {
  citizen: EntryAssets
  clerk: EntryAssets
  /** Text of the script with the elements for other websites. */
  embed: string
}
export type EntryAssets = { css: string[]; js: string[] }

/** Everything the application is composed of; made by server/node.ts, server/worker.ts and the tests. */
export type Deps = {
  database: Database
  registry: Registry
  mailer: Mailer
  /** Null: only the towns' own lists are searched. */
  geocoder: Geocoder | null
  blobs: Blobs
  photos: Photos
  passwords: Passwords
  openId: OpenId
  /** Calls to addresses that people have typed in. */
  outgoing: Outgoing
  log: Log
  now: () => Date
  /** APP_SECRET */
  secret: string
  /** Base of absolute URLs, without a trailing slash. */
  publicUrl: string
  demo: boolean
  /** Who runs the platform: for its own law pages. */
  operator: { name?: string; address?: string; email?: string }
  /** Whose X-Forwarded-For is believed. */
  trustedProxies: readonly Network[]
  /** Whom no limit counts by their address. */
  limitsExempt: readonly Network[]
  /** Null where none can be made. */
  pictures: Pictures | null
  assets: Assets
  /** Whether the database has the schema this build was made for. */
  isReady: () => Promise<boolean>
  /** Null where nobody may ask for them. */
  metrics: Metrics | null
  /** METRICS_TOKEN */
  metricsToken: string | null
}

/** What the page cache learns of a request that was answered. */
export type Keeping = { page: { town: TownWithLogo; route: string; path: string } | null }

export type Connection = {
  /** Address of whoever opened it; absent in tests that do not care. */
  peer?: string | undefined
  /** Where a route says that its page may be kept; absent where nothing is. */
  keep?: Keeping | undefined
  /** Told of an answer that goes on after its beginning was handed over; absent where nothing ends with a request. */
  goesOn?: ((end: Promise<void>) => void) | undefined
}

export type AppEnv = {
  Bindings: Connection & {
    deps: Deps
    ask: Ask
    /** What went wrong before the request came to its route. */
    trouble?: unknown
  }
  Variables: {
    deps: Deps
    requestId: string
    /** What limits count by: the visitor's address, or the network they have to themselves. */
    visitor: string
    language: Language
    /** True when the address itself chose the language, so that links must keep it. */
    languageChosen: boolean
    town: TownWithLogo
    /** `/{town}`, or '' on the town's own host. */
    base: string
    /** Origins that may show this page in a frame of theirs; absent: nobody may. */
    framedBy?: readonly string[]
    ctx: Ctx
    clerk: SignedIn
    /** The application itself, asked from inside. */
    ask: Ask
  }
}
