/** From the queue to the props of its page. */
import type { Context } from 'hono'
import type { QueuePageProps } from '../../../client/clerk/queue-props.ts'
import { words } from '../../../client/i18n/index.ts'
import { clerk as clerkPaths } from '../../../client/paths.ts'
import { mayRoute } from '../../people/permissions.ts'
import { listPersonNames } from '../../people/rows.ts'
import { type ListQueueInput, listQueue, QUEUE_PAGE, type Queue } from '../../reports/list-queue.ts'
import { VIEWS } from '../../reports/queue-rows.ts'
import { CLOSING_REASONS } from '../../reports/status.ts'
import type { AppEnv } from '../app-env.ts'
import { groundOf } from '../town-ground.ts'
import { toastOf } from './change-result.ts'
import { clerkFrame } from './frame.ts'
import { queueFeatures } from './queue-features.ts'
import { ownDepartments, presentFilter, queueHref } from './queue-filter.ts'
import { queueRow } from './queue-row.ts'

type C = Context<AppEnv>
type Bulk = NonNullable<QueuePageProps['bulk']>
/** What was picked and typed in a form that came back. */
export type Refused = Pick<Bulk, 'picked' | 'values' | 'errors' | 'open'>

export async function queueProps(c: C, filter: ListQueueInput, refused?: Refused): Promise<QueuePageProps> {
  const queue = await listQueue(c.var.ctx, filter)
  const { rows, total, counts } = queue
  const { town, language, deps } = c.var
  const names = await namesOf(c, queue)
  const departments = ownDepartments(c)
  const { clerk } = words(language)
  const here = queueHref(town.key, filter)
  const isWhole = departments.length === town.departments.length
  const toast = toastOf(c, here)
  return {
    frame: await clerkFrame(c, `${clerk.views[filter.view]} (${counts[filter.view]})`),
    town: { key: town.key, name: town.name },
    heading: isWhole ? clerk.queue.allDepartments : departments.map(({ name }) => name).join(', '),
    views: VIEWS.map((view) => ({
      view,
      count: counts[view],
      href: queueHref(town.key, { ...filter, view, page: 1, q: undefined }),
      current: view === filter.view,
    })),
    departments: [],
    filter: presentFilter(c, filter),
    q: filter.q ?? '',
    view: filter.view,
    total,
    rows: rows.map((row) => queueRow(row, { town, language, now: deps.now(), names })),
    previous: filter.page > 1 ? queueHref(town.key, { ...filter, page: filter.page - 1 }) : undefined,
    next: filter.page * QUEUE_PAGE < total ? queueHref(town.key, { ...filter, page: filter.page + 1 }) : undefined,
    toast,
    news: {
      href: clerkPaths.news(town.key, { since: deps.now().toISOString(), department: filter.department }),
      showHref: queueHref(town.key, { ...filter, page: 1 }),
    },
    map: mapOf(c, filter, queue),
    bulk: { ...bulkOf(c, queue), back: here, ...(refused ?? { picked: [], values: {}, errors: [], open: undefined }) },
  }
}

async function namesOf(c: C, { rows }: Queue) {
  const ids = rows.map(({ report }) => report.clerkId).filter((id) => id !== null)
  return c.var.deps.database.inTransaction(null, (db) => listPersonNames(db, ids))
}

function bulkOf(c: C, { colleagues }: Queue): Pick<Bulk, 'action' | 'departments' | 'colleagues' | 'reasons'> {
  const { town, ctx } = c.var
  return {
    action: clerkPaths.bulk(town.key),
    departments: mayRoute(ctx) ? town.departments.map(({ key, name }) => ({ value: key, label: name })) : [],
    colleagues: colleagues.map(({ id, name }) => ({ value: id, label: name })),
    reasons: { done: [...CLOSING_REASONS.done], declined: [...CLOSING_REASONS.declined] },
  }
}

/** The first picture shows the reports of this page; the living map asks for all of the filter. */
function mapOf(c: C, { page: _page, ...filter }: ListQueueInput, { rows }: Queue): QueuePageProps['map'] {
  const { town, language } = c.var
  const { map, desk } = words(language)
  const set = Object.entries(filter).filter((entry): entry is [string, string] => Boolean(entry[1]))
  return {
    ...groundOf(town),
    mapUrl: clerkPaths.queueMap(town.key),
    query: new URLSearchParams(set).toString(),
    pins: queueFeatures({ pins: rows, clusters: [] }, { town, language }),
    listId: 'liste',
    words: {
      map: map.map(town),
      picture: map.picture(town),
      ...map.controls,
      details: desk.map.open,
      close: map.reports.close,
      cluster: map.reports.cluster,
      private: desk.map.private,
    },
  }
}
