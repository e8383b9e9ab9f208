/** The clock's side of the application: what due work needs of the world, the same on every runtime. */
import type { createApp } from './app.ts'
import type { Deps } from './http/app-env.ts'
import { buildCtx } from './http/build-ctx.ts'
import { absoluteUrl } from './http/urls.ts'
import type { Clock } from './jobs.ts'

type Owned = 'database' | 'registry' | 'mailer' | 'blobs' | 'log' | 'now' | 'secret' | 'publicUrl' | 'outgoing' | 'demo'
type Around = {
  /** Of whoever runs the platform. */
  mailbox: string
  /** By `town/partner`. */
  open311Keys: Clock['open311Keys']
}

/** Reads `deps.publicUrl` when it is needed: on a free port it is known late. */
export function clockOf(
  deps: Pick<Deps, Owned>,
  { ask }: Pick<ReturnType<typeof createApp>, 'ask'>,
  around: Around,
): Clock {
  const { database, registry, mailer, blobs, log, now, secret, outgoing, demo } = deps
  return {
    database,
    platform: { ask, isDemo: demo, url: (path) => deps.publicUrl + path, mailbox: around.mailbox },
    mailer,
    blobs,
    log,
    now,
    secret,
    outgoing,
    open311Keys: around.open311Keys,
    urlOf: ({ town }, path) => absoluteUrl(deps.publicUrl, town, path),
    townCtx: async (key) => {
      const town = await registry.town(key)
      return town && buildCtx(deps, town, { kind: 'system' }, 'de')
    },
  }
}
