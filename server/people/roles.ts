/** What an admin may make of somebody in a town: one role; a clerk's with departments. */
import { z } from 'zod'
import type { Membership, RegisteredTown } from '../context.ts'
import { invalid } from '../errors.ts'

const TOWN_ROLES = ['clerk', 'dispatcher', 'admin'] as const

export const Roles = z.object({
  role: z.enum(TOWN_ROLES),
  departments: z.array(z.string().max(63)).max(100).default([]),
})

/** @throws invalid for a clerk without a department, or with one that is not the town's own */
export function membershipsOf(
  town: Pick<RegisteredTown, 'departments'>,
  { role, departments }: z.infer<typeof Roles>,
): Pick<Membership, 'role' | 'department'>[] {
  if (role !== 'clerk') return [{ role, department: '' }]
  if (departments.length === 0) throw invalid([{ pointer: '/departments', reason: 'departments_missing' }])
  // Another town's department brings its own people.
  const own = town.departments.filter(({ from }) => !from).map(({ key }) => key)
  if (departments.some((key) => !own.includes(key)))
    throw invalid([{ pointer: '/departments', reason: 'department_unknown' }])
  return [...new Set(departments)].map((department) => ({ role, department }))
}
