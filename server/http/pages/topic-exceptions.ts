/** Where, or for which answers, somebody other than the category's department is in charge, in words. */
import { words } from '../../../client/i18n/index.ts'
import type { Category } from '../../../tenants/catalogue-schema.ts'
import type { Language } from '../../../tenants/languages.ts'
import { type Condition, PARTNER_PREFIX, type RoutingRule, TO_COUNTY, type Town } from '../../../tenants/schema.ts'

type Exception = { term: string; name: string }
const listOf = <T>(one: T | T[] | undefined): T[] => (one === undefined ? [] : ([one].flat() as T[]))

export function exceptionsOf(town: Town, category: Category, language: Language): Exception[] {
  const rules = town.rules.filter((rule) => listOf(rule.category).includes(category.key))
  return rules.map((rule) => ({ term: termOf(rule, { town, category, language }), name: nameOf(rule, town, language) }))
}

type Where = { town: Town; category: Category; language: Language }

function termOf({ in: areas, within, answer }: RoutingRule, where: Where): string {
  const { topics: text } = words(where.language)
  const names = listOf(areas).map((key) => where.town.districts.find((one) => one.key === key)?.name ?? key)
  const parts = [
    ...(names.length > 0 ? [text.whereNamed(names.join(', '))] : within ? [text.inPart] : []),
    ...listOf(answer).map((condition) => answerInWords(condition, where)),
  ]
  return parts.join(' · ')
}

function answerInWords({ question: key, is }: Condition, { category, language }: Where): string {
  const { topics: text, common } = words(language)
  const question = category.questions.find((one) => one.key === key)
  const answers = listOf(is).map((value) => {
    if (typeof value === 'boolean') return value ? common.yes : common.no
    return question?.options?.find((option) => option.key === value)?.label[language] ?? value
  })
  return text.answered(question?.label[language] ?? key, answers.join(text.or))
}

function nameOf({ to }: RoutingRule, town: Town, language: Language): string {
  if (to === TO_COUNTY) return town.county ?? words(language).topics.county
  const partner = to.startsWith(PARTNER_PREFIX) && to.slice(PARTNER_PREFIX.length)
  if (partner) return town.partners.find((one) => one.key === partner)?.name ?? partner
  return town.departments.find((one) => one.key === to)?.name ?? to
}
