/** All words of the product. German is their source; every other language must have its keys, or it does not compile. */
import type { Language } from '../../tenants/languages.ts'
import type { Town } from '../../tenants/schema.ts'
import * as de from './de/areas.ts'
import * as deSimple from './de-simple/areas.ts'
import * as en from './en/areas.ts'

export {
  dayOf,
  formatAge,
  formatDate,
  formatDateTime,
  formatDay,
  formatFullDate,
  formatMonth,
  formatNumber,
  formatPercent,
} from './format.ts'

/** To add an area: `<language>/<area>.ts` in every language, and one line in each `areas.ts`. */
export type Messages = typeof de

/** To add a language: a folder with the same areas, and one line in each of these lists. */
const languages = { de, deSimple, en }
const ALL: Record<Language, Messages> = { ...languages, 'de-simple': languages.deSimple }
export const LANGUAGE_NAMES: Record<Language, string> = {
  de: 'Deutsch',
  'de-simple': 'Einfache Sprache',
  en: 'English',
}
/** Where there is no room for the name. */
export const LANGUAGE_MARKS: Record<Language, string> = { de: 'DE', 'de-simple': 'Einfach', en: 'EN' }
const RIGHT_TO_LEFT: readonly string[] = ['ar', 'fa', 'he', 'ur']

export type TownKind = Town['kind']

export const words = (language: Language): Messages => ALL[language]

/** A language as it is called in another one: "Englisch". Easy language is called the same in all. */
export function languageName(language: Language, tag: string): string | undefined {
  return tag === 'de-simple' ? LANGUAGE_NAMES[tag] : new Intl.DisplayNames(language, { type: 'language' }).of(tag)
}

export const direction = (language: string): 'ltr' | 'rtl' => (RIGHT_TO_LEFT.includes(language) ? 'rtl' : 'ltr')
