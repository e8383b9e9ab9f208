/** Whom to call at any hour about a category: the people on call of the department that answers for it. */
import type { Category, Emergency } from '../../tenants/catalogue-schema.ts'
import type { Town } from '../../tenants/schema.ts'
import { ownerOf } from '../routing/route-report.ts'

export type OnCall = { phone: string; hours?: string | undefined }

export function onCallOf(town: Pick<Town, 'departments'>, category: Pick<Category, 'key'>): OnCall | null {
  const owner = ownerOf(town, category.key)
  return town.departments.find(({ key }) => key === owner)?.onCall ?? null
}

/** The number to dial; without people on call the town hall's, and the fire brigade's where there is neither. */
export function phoneFor(
  town: Pick<Town, 'departments' | 'contact'>,
  category: Pick<Category, 'key'>,
  stop: Emergency,
): string {
  if (stop !== 'on_call') return stop
  return onCallOf(town, category)?.phone ?? town.contact.phone ?? '112'
}
