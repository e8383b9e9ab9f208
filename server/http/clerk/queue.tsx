/** /amt/{town}/anliegen: the queue. */
import { type Context, Hono } from 'hono'
import { QueuePage } from '../../../client/clerk/QueuePage.tsx'
import type { QueuePageProps } from '../../../client/clerk/queue-props.ts'
import { words } from '../../../client/i18n/index.ts'
import { clerk as clerkPaths } from '../../../client/paths.ts'
import { departmentsOf } from '../../people/permissions.ts'
import { listPersonNames } from '../../people/rows.ts'
import { ListQueue, type ListQueueInput, listQueue, QUEUE_PAGE } from '../../reports/list-queue.ts'
import { VIEWS } from '../../reports/queue-rows.ts'
import type { AppEnv } from '../app-env.ts'
import { sendPage } from '../respond.ts'
import { doneOf } from './done.ts'
import { clerkFrame } from './frame.ts'
import { queueRow } from './queue-row.ts'

export const queue = new Hono<AppEnv>().get('/', async (c) => {
  const parsed = ListQueue.safeParse(c.req.query())
  const filter = parsed.success ? parsed.data : ListQueue.parse({})
  const { rows, total, counts } = await listQueue(c.var.ctx, filter)
  const { town, language, deps } = c.var
  const clerkIds = rows.map(({ report }) => report.clerkId).filter((id) => id !== null)
  const names = await deps.database.inTransaction(null, (db) => listPersonNames(db, clerkIds))
  const own = departmentsOf(c.var.ctx)
  const departments = town.departments.filter((department) => own === 'all' || own.includes(department.key))
  const { clerk } = words(language)
  const props: QueuePageProps = {
    frame: await clerkFrame(c, `${clerk.views[filter.view]} (${counts[filter.view]})`),
    town: { key: town.key, name: town.name },
    heading: own === 'all' ? clerk.queue.allDepartments : departments.map((department) => department.name).join(', '),
    views: VIEWS.map((view) => ({
      view,
      count: counts[view],
      href: hrefOf(town.key, { ...filter, view, page: 1, q: undefined }),
      current: view === filter.view,
    })),
    departments: departments.length > 1 ? departmentLinks(c, departments, filter) : [],
    q: filter.q ?? '',
    view: filter.view,
    total,
    rows: rows.map((row) => queueRow(row, { town, language, now: deps.now(), names })),
    previous: filter.page > 1 ? hrefOf(town.key, { ...filter, page: filter.page - 1 }) : undefined,
    next: filter.page * QUEUE_PAGE < total ? hrefOf(town.key, { ...filter, page: filter.page + 1 }) : undefined,
    done: doneOf(c),
  }
  return sendPage(c, <QueuePage {...props} />, { secret: true })
})

function hrefOf(town: string, { view, department, q, page }: ListQueueInput): string {
  return clerkPaths.queue(town, { view, department, q, page: page > 1 ? String(page) : undefined })
}

function departmentLinks(c: Context<AppEnv>, departments: { key: string; name: string }[], filter: ListQueueInput) {
  const link = (key: string | undefined, name: string) => ({
    key: key ?? '',
    name,
    href: hrefOf(c.var.town.key, { ...filter, department: key, page: 1 }),
    current: filter.department === key,
  })
  return [
    link(undefined, words(c.var.language).clerk.queue.allDepartments),
    ...departments.map(({ key, name }) => link(key, name)),
  ]
}
