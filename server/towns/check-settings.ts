/** Whether a change fits the town it is made for. Pure. */
import type { Department, Town } from '../../tenants/schema.ts'
import type { FieldError } from '../errors.ts'
import type { SettingsChange } from './settings-change.ts'

/**
 * @param after the town as it would be with the change
 * @param today 2026-11-25
 */
export function settingsProblems(change: SettingsChange, after: Town, today: string): FieldError[] {
  if ('category' in change) {
    if (!after.categories.some(({ key }) => key === change.category)) return [wrong('category', 'category_unknown')]
    return change.what === 'pause' && change.until && change.until < today ? [wrong('until', 'date_past')] : []
  }
  if (!('department' in change)) return []
  const department = after.departments.find(({ key }) => key === change.department)
  if (!department) return [wrong('department', 'department_unknown')]
  return change.what === 'absence' ? absenceProblems(department, after, today) : []
}

/** Whoever is away has somebody in who gets what is new; otherwise nobody would see it. */
function absenceProblems(department: Department, { departments }: Town, today: string): FieldError[] {
  const deputy = departments.find(({ key }) => key === department.deputy)
  if (department.absentUntil! < today) return [wrong('absentUntil', 'date_past')]
  if (!deputy) return [wrong('deputy', department.deputy ? 'department_unknown' : 'deputy_missing')]
  if (deputy.key === department.key) return [wrong('deputy', 'deputy_self')]
  if (isAbsent(deputy, today)) return [wrong('deputy', 'deputy_absent')]
  const standsIn = departments.some((other) => other.deputy === department.key && isAbsent(other, today))
  return standsIn ? [wrong('absentUntil', 'deputising_now')] : []
}

export const isAbsent = ({ absentUntil }: Pick<Department, 'absentUntil'>, today: string): boolean =>
  absentUntil !== undefined && absentUntil >= today

const wrong = (field: string, reason: string): FieldError => ({ pointer: `/change/${field}`, reason })
