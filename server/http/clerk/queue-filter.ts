/** A filter of the queue as links: views, chips that take a part away, and the choices of its form. */
import type { Context } from 'hono'
import type { FilterChip, QueueFilterProps } from '../../../client/clerk/QueueFilter.tsx'
import { words } from '../../../client/i18n/index.ts'
import { clerk as clerkPaths } from '../../../client/paths.ts'
import { departmentsOf } from '../../people/permissions.ts'
import type { QueueFilter } from '../../reports/list-queue.ts'
import { SORTS } from '../../reports/queue-rows.ts'
import type { AppEnv } from '../app-env.ts'
import { categoryName, departmentName } from '../names.ts'

type C = Context<AppEnv>
type WithPage = QueueFilter & { page?: number }

export function queueHref(town: string, { page = 1, ...filter }: WithPage): string {
  return clerkPaths.queue(town, { ...filter, page: page > 1 ? String(page) : undefined })
}

/** Departments of the town that this person works for. */
export function ownDepartments(c: C) {
  const own = departmentsOf(c.var.ctx)
  return c.var.town.departments.filter(({ key }) => own === 'all' || own.includes(key))
}

export function presentFilter(c: C, filter: QueueFilter): QueueFilterProps {
  const { town, language } = c.var
  const departments = ownDepartments(c)
  const { desk } = words(language)
  return {
    values: { ...filter, urgent: filter.urgent === '1' },
    categories: town.categories.map(({ key, name }) => ({
      value: key,
      label: name[language].replaceAll('\u00ad', ''),
    })),
    districts: town.districts.map(({ key, name }) => ({ value: key, label: name })),
    departments: departments.length > 1 ? departments.map(({ key, name }) => ({ value: key, label: name })) : [],
    sorts: SORTS.map((sort) => ({ value: sort, label: desk.filter.sorts[sort] })),
    chips: chipsOf(c, filter),
    clearHref: clerkPaths.queue(town.key, { view: filter.view }),
  }
}

function chipsOf(c: C, filter: QueueFilter): FilterChip[] {
  const { town, language } = c.var
  const { desk } = words(language)
  const district = town.districts.find(({ key }) => key === filter.district)?.name ?? filter.district
  const shown: [keyof QueueFilter, string | undefined][] = [
    ['q', filter.q && desk.filter.search(filter.q)],
    ['department', filter.department && departmentName(c, filter.department)],
    ['category', filter.category && categoryName(c, filter.category)],
    ['district', district],
    ['urgent', filter.urgent && desk.filter.urgent],
    ['sort', filter.sort && desk.filter.sorts[filter.sort]],
  ]
  return shown.flatMap(([part, label]) =>
    label ? [{ label, href: queueHref(town.key, { ...filter, [part]: undefined }) }] : [],
  )
}
