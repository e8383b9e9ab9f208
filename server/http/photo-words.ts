/** What a photo shows, for those who do not see it: nobody has described it, so its category. */
import { words } from '../../client/i18n/index.ts'
import type { Language } from '../../tenants/languages.ts'
import type { RegisteredTown } from '../context.ts'

export function photoAlt(
  language: Language,
  town: Pick<RegisteredTown, 'categories'>,
  { category, isResult }: { category: string; isResult: boolean },
): string {
  const { photos } = words(language)
  const name = town.categories.find(({ key }) => key === category)?.name[language] ?? category
  return isResult ? photos.altResult(name) : photos.alt(name)
}
