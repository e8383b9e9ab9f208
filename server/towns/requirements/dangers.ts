/** Where somebody may be hurt, the number to call stands beside the form. */
import type { Category, Emergency } from '../../../tenants/catalogue-schema.ts'
import { ownerOf } from '../../routing/route-report.ts'
import { type Finding, hint, met, missing, type TownFacts } from './requirement.ts'

export function noticesThere({ town }: TownFacts): Finding {
  const dangerous = town.categories.filter(({ emergency }) => emergency.length > 0)
  const silent = dangerous.filter((category) => !namesItsNumbers(category, town.languages))
  const uncalled = dangerous.filter(
    ({ key, emergency }) =>
      emergency.includes('on_call') && !town.departments.find((one) => one.key === ownerOf(town, key))?.onCall,
  )
  const keys = (categories: Category[]) => categories.map(({ key }) => key)
  // Without the town's own number 110 and 112 still help, if the category names them.
  const helpless = uncalled.filter(({ emergency }) => numbersOf(emergency).length === 0)
  if (silent.length + helpless.length > 0) return missing({ categories: keys(silent), onCall: keys(uncalled) })
  return uncalled.length > 0 ? hint({ onCall: keys(uncalled) }) : met({ count: dangerous.length })
}

const numbersOf = (emergency: readonly Emergency[]) => emergency.filter((one) => one !== 'on_call')

function namesItsNumbers({ emergency, notice }: Category, languages: TownFacts['town']['languages']): boolean {
  const numbers = numbersOf(emergency)
  if (numbers.length === 0) return true
  return notice !== undefined && languages.every((language) => numbers.every((one) => notice[language].includes(one)))
}
