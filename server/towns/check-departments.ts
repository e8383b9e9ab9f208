/** Departments: one catches the rest, none is twice, and none owns what another owns. */
import { Key } from '../../tenants/catalogue-schema.ts'
import type { TownFile } from '../../tenants/schema.ts'
import type { Check } from './check.ts'
import { categoryUnknown, offeredBy } from './check-categories.ts'
import { checkLent } from './check-shared.ts'
import { departmentKey } from './compile-town.ts'
import { departmentNames, meantOf } from './meant-words.ts'
import type { Say } from './problem.ts'

export function checkDepartments(check: Check): void {
  const { file, say, found } = check
  const { departments } = file
  const keys = departments.map(departmentKey)
  const dispatchers = departments.filter(({ dispatcher }) => dispatcher).length
  if (dispatchers !== 1 && departments.length > 1) found(['departments'], say.department.dispatchers(dispatchers))
  if (departments.filter(({ categories }) => categories === 'rest').length > 1)
    found(['departments'], say.department.twoRests)

  const offered = offeredBy(check)
  const owners = new Map<string, string>()
  departments.forEach((department, d) => {
    const { name, mailbox, from, deputy, categories } = department
    const key = keys[d]!
    if (!from && !name) found(['departments', d], say.department.noName)
    if (!from && !mailbox) found(['departments', d], say.department.noMailbox)
    if (name && !Key.safeParse(key).success) found(['departments', d, 'name'], say.department.noKey(name))
    if (key && keys.indexOf(key) !== d) found(['departments', d, 'key'], say.department.twice(key))
    if (deputy && !keys.includes(deputy)) found(['departments', d, 'deputy'], departmentUnknown(file, deputy, say))
    if (deputy && deputy === key) found(['departments', d, 'deputy'], say.department.deputySelf)
    if (from) checkLent(check, from, d)
    if (categories === 'rest') return
    categories.forEach((category, c) => {
      const path = ['departments', d, 'categories', c]
      const other = owners.get(category)
      const wrong = categoryUnknown(check, category, offered)
      if (wrong) found(path, wrong)
      else if (other) found(path, say.department.categoryTwice(category, other))
      owners.set(category, name ?? key)
    })
  })
}

/** By its short name or by what people call it. */
export function departmentUnknown(file: Pick<TownFile, 'departments'>, key: string, say: Say): string {
  const known = departmentNames(file)
  const meant = meantOf(key, known)
  if (meant) return say.department.unknownMeant(key, meant)
  return say.department.unknown(key, known.map((one) => one.key).join(', '))
}
