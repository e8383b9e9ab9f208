/** /amt/betreiber: for whoever runs the platform. No town's ctx, hence no report. */
import { type Context, Hono } from 'hono'
import { OperatorPage } from '../../../client/clerk/OperatorPage.tsx'
import { OperatorTownPage } from '../../../client/clerk/OperatorTownPage.tsx'
import type { OperatorPageProps, OperatorRow, Standing } from '../../../client/clerk/oversight-props.ts'
import { formatAge, formatDateTime, formatDay, words } from '../../../client/i18n/index.ts'
import { clerk as clerkPaths } from '../../../client/paths.ts'
import { type AppError, invalid, notFound } from '../../errors.ts'
import { InvitePerson, invitePerson } from '../../people/invite-person.ts'
import { noteSecurity } from '../../people/office.ts'
import { requireOperator } from '../../people/permissions.ts'
import { failingOf, graceEnds } from '../../towns/conformance.ts'
import { OPERATOR_VIEWS, tooLongAgo } from '../../towns/operator-rows.ts'
import type { TownRow } from '../../towns/rows.ts'
import { OPERATOR_PAGE, WatchTowns, watchTown, watchTowns } from '../../towns/watch-towns.ts'
import type { AppEnv } from '../app-env.ts'
import { buildCtx } from '../build-ctx.ts'
import { fieldErrorsOf } from '../field-errors.ts'
import { requireFactorFor } from '../middleware/second-factor.ts'
import { redirectTo, sendPage } from '../respond.ts'
import { clerkFrame } from './frame.ts'
import { readForm } from './read-form.ts'
import { refusedOf } from './refused.ts'

type C = Context<AppEnv>

export const operator = new Hono<AppEnv>()
  .get('/', async (c) => {
    const parsed = WatchTowns.safeParse(c.req.query())
    const filter = parsed.success ? parsed.data : WatchTowns.parse({})
    const seen = await watchTowns(watchOf(c), filter)
    const { language, deps } = c.var
    const { q, view, page } = filter
    const hrefOf = (change: Partial<typeof filter>) => {
      const { page: to, view: of, q: sought } = { ...filter, ...change }
      return clerkPaths.operator({ q: sought, view: of === 'all' ? undefined : of, page: to > 1 ? `${to}` : undefined })
    }
    const { queue, isStuck } = seen
    const props: OperatorPageProps = {
      frame: await clerkFrame(c, words(language).conformance.operator.title),
      totals: seen.towns,
      queue: { ...queue, oldest: queue.oldest ? formatAge(language, queue.oldest, deps.now()) : undefined, isStuck },
      views: OPERATOR_VIEWS.map((one) => ({ view: one, href: hrefOf({ view: one, page: 1 }), current: one === view })),
      view,
      q: q ?? '',
      total: seen.total,
      rows: seen.rows.map((row) => rowOf(c, row)),
      previous: page > 1 ? hrefOf({ page: page - 1 }) : undefined,
      next: page * OPERATOR_PAGE < seen.total ? hrefOf({ page: page + 1 }) : undefined,
    }
    return sendPage(c, <OperatorPage {...props} />, { secret: true })
  })
  .get('/:town', (c) => townPage(c))
  .post('/:town/einladung', async (c) => {
    const values = await readForm(c)
    const { deps, clerk, language } = c.var
    requireOperator(clerk)
    const town = await deps.registry.town(c.req.param('town'))
    if (!town?.member) throw notFound('town_not_found')
    requireFactorFor(c, town)
    try {
      const input = InvitePerson.safeParse({ ...values, role: 'admin', departments: [] })
      if (!input.success) throw invalid(fieldErrorsOf(input.error.issues))
      const person = await invitePerson(buildCtx(deps, town, clerk, language), input.data)
      noteSecurity(deps, 'person_invited', { person, by: clerk.personId, town: town.key })
      return redirectTo(c, clerkPaths.operatorTown(town.key, { getan: 'eingeladen' }))
    } catch (error) {
      return townPage(c, refusedOf(c, { what: 'invite', values }, error))
    }
  })

type Shown = Partial<Omit<ReturnType<typeof refusedOf>, 'status'>> & { status?: AppError['status'] }

async function townPage(c: C, { status, ...shown }: Shown = {}) {
  const { town, versions, givenUp } = await watchTown(watchOf(c), c.req.param('town') ?? '')
  const { language, deps } = c.var
  const registered = await deps.registry.town(town.key)
  if (registered) requireFactorFor(c, registered)
  const whenOf = (at: Date) => formatDateTime(language, at, deps.now())
  const page = (
    <OperatorTownPage
      frame={await clerkFrame(c, words(language).conformance.operator.historyTitle(town.name))}
      name={town.name}
      invite={town.member ? { town: town.key, ...shown } : undefined}
      said={c.req.query('getan') === 'eingeladen' ? words(language).account.people.invited : undefined}
      conformanceHref={town.member ? clerkPaths.conformance(town.key) : undefined}
      versions={versions.map(({ version, appliedAt, appliedBy }) => ({
        version,
        when: whenOf(appliedAt),
        by: appliedBy,
        isCurrent: version === town.version,
      }))}
      givenUp={givenUp.map(({ kind, attempts, failedAt }) => ({ kind, attempts, when: whenOf(failedAt!) }))}
    />
  )
  return sendPage(c, page, { secret: true, status })
}

const watchOf = ({ var: { deps, clerk } }: C) => ({ database: deps.database, actor: clerk, now: deps.now() })

type Watched = Awaited<ReturnType<typeof watchTowns>>['rows'][number]

function rowOf(c: C, { town, appliedAt, appliedBy, last, badge, queue }: Watched): OperatorRow {
  const { language, deps } = c.var
  const now = deps.now()
  const missing = failingOf(last?.lines ?? []).length
  const until = last?.failingSince ? formatDay(language, graceEnds(last.failingSince), now) : ''
  return {
    key: town.key,
    name: town.name,
    href: clerkPaths.operatorTown(town.key),
    standing: standingOf(town),
    version: town.version,
    settingsVersion: town.settingsVersion,
    applied: formatDateTime(language, appliedAt, now),
    appliedBy,
    conformance: town.member ? { badge, until, missing, href: clerkPaths.conformance(town.key) } : undefined,
    waiting: queue.waiting,
    oldest: queue.oldest ? formatAge(language, queue.oldest, now) : undefined,
    isLate: queue.oldest !== null && queue.oldest < tooLongAgo(now),
    givenUp: queue.givenUp,
  }
}

function standingOf({ live, member }: TownRow): Standing {
  if (!member) return 'other'
  return live ? 'live' : 'preview'
}
