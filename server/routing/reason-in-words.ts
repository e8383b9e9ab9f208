/** Why a report went where it went, in the same words for clerks and for whoever writes the rules. */
import { words } from '../../client/i18n/index.ts'
import type { RoutingReason } from '../../db/schema/reports.ts'
import type { Language, Town } from '../../tenants/schema.ts'

type Named = Pick<Town, 'departments' | 'categories'>

export function reasonInWords(language: Language, town: Named, because: RoutingReason, category: string): string {
  const { routing } = words(language).clerk
  const department = town.departments.find((one) => one.key === because.department)?.name ?? because.department
  const nameOf = (key: string) => town.categories.find((one) => one.key === key)?.name[language] ?? key
  switch (because.by) {
    case 'rule':
      return routing.rule(department)
    case 'category':
      return routing.category(nameOf(because.category), department)
    case 'no_point':
      return routing.noPoint(department)
    case 'nobody':
      return routing.nobody(nameOf(category), department)
    case 'gave_back':
      return routing.gaveBack(department)
    case 'assigned':
      return routing.assigned(department)
  }
}
