/** /amt/{town}/konformitaet: for the town's admin and the operator. */
import { type Context, Hono } from 'hono'
import { ConformancePage } from '../../../client/clerk/ConformancePage.tsx'
import type { ConformancePageProps } from '../../../client/clerk/oversight-props.ts'
import { formatDate, formatDateTime, words } from '../../../client/i18n/index.ts'
import { clerk as clerkPaths } from '../../../client/paths.ts'
import { checkConformance } from '../../towns/check-conformance.ts'
import { byUrgency, failingOf, graceEnds } from '../../towns/conformance.ts'
import { lineInWords } from '../../towns/conformance-in-words.ts'
import { type ConformanceRow, findConformanceRow } from '../../towns/conformance-rows.ts'
import type { TownWithLogo } from '../../towns/registry.ts'
import { getTownVersionRow } from '../../towns/rows.ts'
import type { AppEnv } from '../app-env.ts'
import { redirectTo, sendPage } from '../respond.ts'
import { clerkFrame } from './frame.ts'
import { overseenTown } from './overseen-town.ts'

/** In the address after "Check again": the page says so once. */
const FRESH = { getan: 'geprueft' }

export const conformance = new Hono<AppEnv>()
  .get('/', async (c) => {
    const town = await overseenTown(c)
    const { deps } = c.var
    const { last, wantsLive } = await deps.database.inTransaction(null, async (db) => ({
      last: await findConformanceRow(db, town.key),
      wantsLive: (await getTownVersionRow(db, town.key, town.version)).config.live,
    }))
    const own = await clerkFrame(c, titleOf(c, town))
    // Whoever is told that nobody can read the colours must be able to read that.
    const isLegible = last?.lines.every(({ requirement, state }) => requirement !== 'colours' || state === 'met')
    const frame = isLegible ? own : { ...own, themeHref: undefined }
    const props = { ...pageOf(c, town, last), wantsLive, frame }
    return sendPage(c, <ConformancePage {...props} />, { secret: true })
  })
  .post('/', async (c) => {
    const { key } = await overseenTown(c)
    const { deps, ask } = c.var
    await checkConformance(deps.database, key, { now: deps.now(), isDemo: deps.demo, ask })
    return redirectTo(c, clerkPaths.conformance(key, FRESH))
  })

const titleOf = (c: Context<AppEnv>, { name }: TownWithLogo) =>
  `${words(c.var.language).conformance.pageTitle}: ${name}`

function pageOf(
  c: Context<AppEnv>,
  town: TownWithLogo,
  last: ConformanceRow | null,
): Omit<ConformancePageProps, 'frame' | 'wantsLive'> {
  const { language, deps } = c.var
  const now = deps.now()
  const lines = last?.lines ?? []
  const count = (state: ConformancePageProps['lines'][number]['state']) =>
    lines.filter((line) => line.state === state).length
  return {
    town: { key: town.key, name: town.name },
    isLive: town.live,
    checked: last ? formatDateTime(language, last.checkedAt, now) : undefined,
    version: town.version,
    counts: { met: count('met'), hint: count('hint'), missing: count('missing') },
    failing: failingOf(lines).length,
    graceUntil: last?.failingSince ? formatDate(language, graceEnds(last.failingSince), now) : undefined,
    withdrawnSince: last?.badgeWithdrawnAt ? formatDate(language, last.badgeWithdrawnAt, now) : undefined,
    lines: byUrgency(lines).map((line) => lineInWords(language, town, line)),
    isFresh: c.req.query('getan') === FRESH.getan,
  }
}
