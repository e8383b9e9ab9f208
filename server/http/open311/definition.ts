/** The questions of a category as attributes of a service definition. */
import { words } from '../../../client/i18n/index.ts'
import type { Category, Effect, Question } from '../../../tenants/catalogue-schema.ts'
import type { Language } from '../../../tenants/languages.ts'
import type { Town } from '../../../tenants/schema.ts'
import { phoneFor } from '../../towns/on-call.ts'
import type { Content } from './format.ts'

/** Of the sender; the same again is answered with the same number. */
export const FOREIGN_ID = 'fixmystreet_id'
/** FixMyStreet's name for the address at the pin, which it fills by itself where a service lists it. */
export const CLOSEST_ADDRESS = 'closest_address'

const DATATYPES: Record<Question['type'], string> = {
  text: 'string',
  long_text: 'text',
  number: 'number',
  date: 'datetime',
  yes_no: 'singlevaluelist',
  one_of: 'singlevaluelist',
  several_of: 'multivaluelist',
}

/** Ours: what another town hall writes for the staff here alone. */
export const INTERNAL_NOTE = 'internal_note'

type Of = { town: Town; category: Category; language: Language }

export function definitionOf(of: Of) {
  const { category, language } = of
  const { open311 } = words(language)
  const asked = category.questions.flatMap((question) => [
    ...noticesOf(question, of),
    questionAttribute(question, language),
  ])
  const filled = [
    ...(category.place === 'address' ? [filledBySender(CLOSEST_ADDRESS, open311.closestAddress)] : []),
    filledBySender(FOREIGN_ID, open311.foreignId),
    filledBySender(INTERNAL_NOTE, open311.internalNote),
  ]
  const attributes = [...asked, ...filled].map((attribute, index) => ({ ...attribute, order: index + 1 }))
  return { service_code: category.key, attributes }
}

function questionAttribute(question: Question, language: Language): Content {
  const { key, type, label, hint, required, showIf } = question
  const values = valuesOf(question, language)
  return {
    variable: true,
    code: key,
    datatype: DATATYPES[type],
    // A condition cannot be told here, so what hangs on one is never demanded.
    required: required && showIf === undefined,
    datatype_description: hint?.[language] ?? null,
    description: label[language],
    ...(values.length > 0 ? { values } : {}),
  }
}

function valuesOf({ type, options = [] }: Question, language: Language): { key: string; name: string }[] {
  const { open311 } = words(language)
  if (type === 'yes_no')
    return [
      { key: 'yes', name: open311.yes },
      { key: 'no', name: open311.no },
    ]
  return options.map(({ key, label }) => ({ key, name: label[language] }))
}

/** Danger: whom to call first. Only words, shown before the question. */
function noticesOf(question: Question, of: Of): Content[] {
  return question.effects
    .filter(({ stop }) => stop !== undefined)
    .map((effect) => ({
      variable: false,
      code: `${question.key}-${nameOf(effect.is)}-danger`,
      datatype: 'string',
      required: false,
      datatype_description: null,
      description: dangerSentence(question, effect, of),
    }))
}

function dangerSentence(question: Question, { is, text, stop }: Effect, { town, category, language }: Of): string {
  const { open311 } = words(language)
  const chosen = valuesOf(question, language).find(({ key }) => key === nameOf(is))?.name ?? nameOf(is)
  const call = stop && open311.dangerCall(chosen, phoneFor(town, category, stop))
  return [call, text?.[language]].filter(Boolean).join(' ')
}

const nameOf = (is: string | boolean): string => (typeof is === 'boolean' ? (is ? 'yes' : 'no') : is)

const filledBySender = (code: string, description: string): Content => ({
  variable: false,
  code,
  datatype: 'string',
  required: false,
  datatype_description: null,
  description,
  automated: 'server_set',
})
