/** Lines of a check in sentences: the same on the page, in the terminal and as JSON. */
import { formatDay, LANGUAGE_NAMES, words } from '../../client/i18n/index.ts'
import type { ConformanceLine } from '../../db/schema/platform.ts'
import type { Language } from '../../tenants/languages.ts'
import type { Town } from '../../tenants/schema.ts'
import type { RequirementKey } from './requirements/requirement.ts'
import { REQUIREMENTS } from './requirements/table.ts'

/** Seen from here every date tells its year. */
const LONG_AGO = new Date(0)

type Named = Pick<Town, 'key' | 'categories'>
type Found = ConformanceLine['facts']

export type LineInWords = {
  requirement: string
  binding: boolean
  state: ConformanceLine['state']
  title: string
  sentence: string
  source: string
  /** Only where something is to be done. */
  remedy?: { file: string; field: string; text: string; write?: string }
}

export function lineInWords(language: Language, town: Named, line: ConformanceLine): LineInWords {
  const { requirement, binding, state } = line
  const say = wordsOf(language, line)
  const found = nameKeys(language, town, line.facts)
  const base = { requirement, binding, state, title: say.title, source: say.source }
  if (state === 'met') return { ...base, sentence: say.met(found) }
  const entry = REQUIREMENTS.find(({ key }) => key === requirement)
  const { file = '', field = '', write } = entry ?? {}
  const place = typeof field === 'string' ? field : field(line.facts)
  const remedy = { file, field: place, text: say.remedy(found), ...(write ? { write: write(line.facts, town) } : {}) }
  return { ...base, sentence: say.failing(found), remedy }
}

export const titleOf = (language: Language, line: ConformanceLine): string => wordsOf(language, line).title

/** A line kept by an older version may be of a requirement that is gone. */
function wordsOf(language: Language, { requirement }: ConformanceLine) {
  const { requirements } = words(language).conformance
  const none = () => ''
  return (
    requirements[requirement as RequirementKey] ??
    ({ title: requirement, source: '', met: none, failing: none, remedy: none } as const)
  )
}

/** Keys are kept, names are told. */
function nameKeys(language: Language, { categories }: Named, found: Found): Found {
  const nameOf = (key: string) =>
    (categories.find((one) => one.key === key)?.name[language] ?? key).replaceAll('\u00ad', '')
  const named: Found = { ...found }
  for (const field of ['categories', 'onCall']) {
    if (Array.isArray(found[field])) named[field] = found[field].map(nameOf)
  }
  if (Array.isArray(found.languages)) {
    named.languages = found.languages.map((one) => LANGUAGE_NAMES[one as Language] ?? one)
  }
  if (typeof found.date === 'string') named.date = formatDay(language, `${found.date}T12:00:00Z`, LONG_AGO)
  return named
}
