/** Why a report went where it went, in the same words for clerks and for whoever writes the rules. */
import { words } from '../../client/i18n/index.ts'
import type { RoutingReason } from '../../db/schema/reports.ts'
import type { Language } from '../../tenants/languages.ts'
import type { Town } from '../../tenants/schema.ts'

type Named = Pick<Town, 'departments' | 'categories' | 'districts' | 'partners'>

export function reasonInWords(language: Language, town: Named, because: RoutingReason, category: string): string {
  const { routing } = words(language).clerk
  const nameOf = (key: string) => town.departments.find((one) => one.key === key)?.name ?? key
  const sentences = [decisionInWords(language, town, because, category)]
  if (because.deputyOf) sentences.push(routing.deputy(nameOf(because.deputyOf), nameOf(because.department)))
  if (because.border) sentences.push(routing.border(because.border.otherName, because.border.metres))
  return sentences.join(' ')
}

function decisionInWords(language: Language, town: Named, because: RoutingReason, category: string): string {
  const { routing } = words(language).clerk
  const inCharge = because.deputyOf ?? because.department
  const department = town.departments.find((one) => one.key === inCharge)?.name ?? inCharge
  const nameOf = (key: string) => town.categories.find((one) => one.key === key)?.name[language] ?? key
  const districtOf = (key: string | undefined) => key && (town.districts.find((one) => one.key === key)?.name ?? key)
  switch (because.by) {
    case 'rule': {
      const partner = because.partner && town.partners.find((one) => one.key === because.partner)
      if (partner) return routing.partner(partner.name, department, districtOf(because.district))
      return routing.rule(department, districtOf(because.district))
    }
    case 'county':
      return routing.county(department, districtOf(because.district))
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
