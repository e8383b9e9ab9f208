/** Why something did not arrive, by mail or at somebody's system. */
import { words } from '../../../client/i18n/index.ts'
import type { Language } from '../../../tenants/languages.ts'

export function failureSentence(language: Language, failure: string): string {
  const { deliveries, partners } = words(language)
  return partners.reasons[failure] ?? deliveries.reasons[failure] ?? deliveries.reasons.unexpected!
}
