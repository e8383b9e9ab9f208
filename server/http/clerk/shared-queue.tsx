/** /amt/gemeinsam/{lender}/{department}: one queue over all towns that a department works for. */
import { type Context, Hono } from 'hono'
import { QueuePage } from '../../../client/clerk/QueuePage.tsx'
import type { QueuePageProps } from '../../../client/clerk/queue-props.ts'
import { words } from '../../../client/i18n/index.ts'
import { clerk as clerkPaths } from '../../../client/paths.ts'
import type { RegisteredTown } from '../../context.ts'
import { describeError } from '../../describe-error.ts'
import { notFound } from '../../errors.ts'
import { listPersonNames } from '../../people/rows.ts'
import { type SharedQueueKey, townsOfShared } from '../../people/shared-queues.ts'
import {
  ListSharedQueue,
  type ListSharedQueueInput,
  listSharedQueue,
  type SharedPart,
  type SharedQueue,
} from '../../reports/list-shared-queue.ts'
import { VIEWS } from '../../reports/queue-rows.ts'
import type { AppEnv } from '../app-env.ts'
import { buildCtx } from '../build-ctx.ts'
import { redirectTo, sendPage } from '../respond.ts'
import { doneOf } from './done.ts'
import { clerkFrame } from './frame.ts'
import { sharedNews } from './news.ts'
import { queueRow } from './queue-row.ts'

type C = Context<AppEnv>

export const sharedQueue = new Hono<AppEnv>()
  .get('/:lender/:department/neu', (c) => sharedNews(c, c.req.param()))
  .get('/:lender/:department', async (c) => {
    const key = c.req.param()
    const towns = townsOfShared(c.var.clerk.memberships, key)
    if (towns.length === 0) throw notFound()
    // It serves nobody else any more; its own queue is still there.
    if (towns.length === 1) return redirectTo(c, clerkPaths.queue(key.lender))
    const { parts, missing } = await openParts(c, towns)
    const parsed = ListSharedQueue.safeParse(c.req.query())
    const filter = parsed.success ? parsed.data : ListSharedQueue.parse({})
    const queue = await listSharedQueue(parts, filter)
    const props = await presentSharedQueue(c, { ...queue, missing: [...missing, ...queue.missing], key, filter, parts })
    return sendPage(c, <QueuePage {...props} />, { secret: true })
  })

type Missing = SharedQueue['missing']

/** Each town with a ctx of its own; one that cannot be loaded is missing like one that cannot be read. */
async function openParts(c: C, towns: { town: string; department: string }[]) {
  const { deps, clerk, language } = c.var
  const parts: SharedPart[] = []
  const missing: Missing = []
  for (const { town, department } of towns) {
    try {
      const registered = await deps.registry.town(town)
      if (registered) parts.push({ ctx: buildCtx(deps, registered, clerk, language), department })
    } catch (error) {
      missing.push({ town, error })
    }
  }
  return { parts, missing }
}

type Shown = SharedQueue & { key: SharedQueueKey; filter: ListSharedQueueInput; parts: SharedPart[] }

async function presentSharedQueue(c: C, { key, filter, parts, ...queue }: Shown): Promise<QueuePageProps> {
  const { language, deps } = c.var
  const { clerk } = words(language)
  const towns = new Map(parts.map(({ ctx }) => [ctx.town.key, ctx.town]))
  const clerkIds = queue.rows.map(({ report }) => report.clerkId).filter((id) => id !== null)
  const names = await deps.database.inTransaction(null, (db) => listPersonNames(db, clerkIds))
  const href = (change: Query) =>
    clerkPaths.shared(key, { view: filter.view, town: filter.town, q: filter.q, ...change })
  return {
    frame: await clerkFrame(c, `${clerk.views[filter.view]} (${queue.counts[filter.view]})`),
    town: { key: key.lender, name: towns.get(key.lender)?.name ?? key.lender },
    shared: {
      department: key.department,
      towns: townLinks(c, { towns: [...towns.values()], filter, href }),
      missing: missingIn(c, queue, towns),
    },
    heading: towns.get(key.lender)?.departments.find((one) => one.key === key.department)?.name ?? key.department,
    views: VIEWS.map((view) => ({
      view,
      count: queue.counts[view],
      href: href({ view, q: undefined }),
      current: view === filter.view,
    })),
    departments: [],
    q: filter.q ?? '',
    view: filter.view,
    total: queue.total,
    rows: queue.rows.map((row) => {
      const town = towns.get(row.town)!
      return { ...queueRow(row, { town, language, now: deps.now(), names }), town: { key: town.key, name: town.name } }
    }),
    previous: queue.before && href({ before: queue.before }),
    next: queue.after && href({ after: queue.after }),
    toast: doneOf(c) ? { sentence: doneOf(c)! } : undefined,
    news: {
      href: clerkPaths.sharedNews(key, { since: deps.now().toISOString() }),
      showHref: href({ before: undefined, after: undefined }),
    },
  }
}

type Query = Parameters<typeof clerkPaths.shared>[1]
type Links = { towns: RegisteredTown[]; filter: ListSharedQueueInput; href: (change: Query) => string }

function townLinks(c: C, { towns, filter, href }: Links) {
  const link = (key: string | undefined, name: string) => ({
    key: key ?? '',
    name,
    href: href({ town: key }),
    current: filter.town === key,
  })
  return [link(undefined, words(c.var.language).clerk.queue.allTowns), ...towns.map(({ key, name }) => link(key, name))]
}

/** Names of the towns that are missing; why stands in the log. */
function missingIn(c: C, { missing }: SharedQueue, towns: Map<string, RegisteredTown>): string[] {
  const { deps, requestId } = c.var
  for (const { town, error } of missing) {
    deps.log.error({ requestId, town, ...describeError(error) }, 'a town is missing in a shared queue')
  }
  return missing.map(({ town }) => towns.get(town)?.name ?? town)
}
