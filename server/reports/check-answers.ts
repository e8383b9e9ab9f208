/** Holds the answers of a report against its category's questions. */
import { words } from '../../client/i18n/index.ts'
import type { GivenAnswer } from '../../db/schema/reports.ts'
import type { Category, Question } from '../../tenants/catalogue-schema.ts'
import type { Language } from '../../tenants/languages.ts'
import type { FieldError } from '../errors.ts'

const MOST_TEXT = 500

type Value = GivenAnswer['value']
type Checked = { answers: GivenAnswer[]; errors: FieldError[] }

/**
 * Keeps every known answer with the question's wording as it was asked. Questions that were not to be shown and keys
 * the category does not know are dropped; a wrong or missing answer is an error at `/answers/<key>`.
 */
export function checkAnswers(category: Category, given: Record<string, unknown>, language: Language): Checked {
  const values = new Map<string, Value>()
  const answers: GivenAnswer[] = []
  const errors: FieldError[] = []
  for (const question of category.questions) {
    const { showIf } = question
    // Of several answers one is enough.
    if (showIf && ![values.get(showIf.question)].flat().includes(showIf.is)) continue
    const raw = given[question.key]
    if (raw === undefined || raw === null || raw === '' || (Array.isArray(raw) && raw.length === 0)) {
      if (question.required) errors.push({ pointer: `/answers/${question.key}`, reason: 'answer_missing' })
      continue
    }
    const value = readValue(question, raw)
    if (value === null) {
      errors.push({ pointer: `/answers/${question.key}`, reason: 'answer_wrong' })
      continue
    }
    values.set(question.key, value)
    answers.push({
      key: question.key,
      label: question.label[language],
      value,
      words: inWords(question, value, language),
      public: question.public,
      isFreeText: question.type === 'text' || question.type === 'long_text',
    })
  }
  return { answers, errors }
}

/** The answer as its type demands, or null. Forms send strings, our API sends JSON. */
function readValue(question: Question, raw: unknown): Value | null {
  const options = question.options?.map((option) => option.key) ?? []
  switch (question.type) {
    case 'text':
    case 'long_text':
      return typeof raw === 'string' && raw.length <= MOST_TEXT ? raw.replaceAll('\u0000', '').trim() : null
    case 'number': {
      const number = typeof raw === 'string' ? Number(raw.replace(',', '.')) : raw
      return typeof number === 'number' && Number.isFinite(number) ? number : null
    }
    case 'yes_no':
      if (raw === true || raw === 'yes' || raw === 'true') return true
      return raw === false || raw === 'no' || raw === 'false' ? false : null
    case 'date':
      return typeof raw === 'string' && /^\d{4}-\d\d-\d\d$/.test(raw) && !Number.isNaN(Date.parse(raw)) ? raw : null
    case 'one_of':
      return typeof raw === 'string' && options.includes(raw) ? raw : null
    case 'several_of': {
      const several = Array.isArray(raw) ? raw : [raw]
      return several.every((one) => options.includes(one)) ? [...new Set(several as string[])] : null
    }
  }
}

function inWords(question: Question, value: Value, language: Language): string {
  const optionWords = (key: string) => question.options?.find((option) => option.key === key)?.label[language] ?? key
  if (Array.isArray(value)) return value.map(optionWords).join(', ')
  if (typeof value === 'boolean') return value ? words(language).common.yes : words(language).common.no
  return question.type === 'one_of' ? optionWords(String(value)) : String(value)
}
