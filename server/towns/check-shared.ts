/** A department that another town lends: both towns say so, and it gets no more than its lender has agreed to. */
import type { Department, StoredTown } from '../../tenants/schema.ts'
import { categoriesOf } from '../routing/route-report.ts'
import type { Check, ReadTown } from './check.ts'
import { departmentKey } from './compile-town.ts'

/** The department that another town lends, as that town describes it; its deputy stays at home. */
export function departmentFrom(from: string, towns: readonly ReadTown[]): Department | null {
  const [town, department] = from.split('/')
  const lender = towns.find(({ file }) => file.key === town)?.file
  const lent = lender?.departments.find((one) => departmentKey(one) === department && !one.from)
  return lent?.name && lent.mailbox ? ({ ...lent, key: department!, deputy: undefined } as Department) : null
}

/** Both towns must say that the department works for this one. */
export function checkLent({ file, towns, say, found }: Check, from: string, d: number): void {
  const lent = departmentFrom(from, towns)
  if (!lent) found(['departments', d, 'from'], say.department.sharedUnknown(from))
  else if (!lent.serves.some(({ town }) => town === file.key))
    found(['departments', d, 'from'], say.department.sharedNotServing(from, file.key))
}

/** Whatever way a category takes to it: by ownership, by a rule, for an absent colleague, or as what is left. */
export function checkReach({ towns, say, found }: Check, town: StoredTown): void {
  town.departments.forEach(({ from }, d) => {
    if (!from) return
    const agreed = departmentFrom(from, towns)?.serves.find((one) => one.town === town.key)?.categories
    if (!agreed) return
    for (const { path, categories } of waysTo(town, d)) {
      const more = categories.find((category) => !agreed.includes(category))
      if (more) found(path, say.department.sharedCategory(more, from))
    }
  })
}

/** Where in the file something is sent to a department, and what. */
type Way = { path: PropertyKey[]; categories: string[] }

function waysTo(town: StoredTown, d: number): Way[] {
  const { key, categories, dispatcher } = town.departments[d]!
  const ruledTo = (to: string) => town.rules.filter((rule) => rule.to === to).flatMap(categoriesOf)
  const offered = town.categories.map((one) => ('catalogue' in one ? one.catalogue : one.key))
  return [
    { path: ['departments', d, 'categories'], categories },
    ...town.rules.flatMap((rule, index) =>
      rule.to === key ? [{ path: ['rules', index, 'to'], categories: categoriesOf(rule) }] : [],
    ),
    ...town.departments.flatMap((other, index) =>
      other.deputy === key
        ? [{ path: ['departments', index, 'deputy'], categories: [...other.categories, ...ruledTo(other.key)] }]
        : [],
    ),
    ...(dispatcher ? [{ path: ['departments', d, 'dispatcher'], categories: offered }] : []),
  ]
}
