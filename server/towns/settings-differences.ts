/** What differs between two versions of a town's settings, one entry per thing an admin would name. Pure. */
import type { TownSettings } from '../../tenants/schema.ts'

type TextField = keyof TownSettings['texts']
type DepartmentField = keyof TownSettings['departments'][string]
type CategoryField = keyof TownSettings['categories'][string]

/** The key alone: the value stands in the version itself. */
export type Difference =
  | { of: 'text'; field: TextField }
  | { of: 'department'; key: string; field: DepartmentField }
  | { of: 'category'; key: string; field: CategoryField }

const TEXTS: readonly TextField[] = ['news', 'welcome']
/** An absence says who stands in, so it comes before the deputy. */
const DEPARTMENT: readonly DepartmentField[] = ['absentUntil', 'deputy', 'phone', 'hours', 'onCall']
const CATEGORY: readonly CategoryField[] = ['paused', 'instantAnswer', 'notice']

export function settingsDifferences(before: TownSettings, after: TownSettings): Difference[] {
  const texts = TEXTS.filter((field) => !isSame(before.texts[field], after.texts[field]))
  const departments = keysOf(before.departments, after.departments).flatMap((key) =>
    DEPARTMENT.filter((field) => !isSame(before.departments[key]?.[field], after.departments[key]?.[field])).map(
      (field): Difference => ({ of: 'department', key, field }),
    ),
  )
  const categories = keysOf(before.categories, after.categories).flatMap((key) =>
    CATEGORY.filter((field) => !isSame(before.categories[key]?.[field], after.categories[key]?.[field])).map(
      (field): Difference => ({ of: 'category', key, field }),
    ),
  )
  return [...texts.map((field): Difference => ({ of: 'text', field })), ...departments, ...categories]
}

const keysOf = (before: object, after: object) => [...new Set([...Object.keys(before), ...Object.keys(after)])]

const isSame = (a: unknown, b: unknown) => sorted(a) === sorted(b)

/** The database gives the keys of an object back in an order of its own. */
function sorted(value: unknown): string | undefined {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}
