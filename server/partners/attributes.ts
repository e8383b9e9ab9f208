/** Questions of a partner's own system, answered from what the report has, or as the town's file says. */
import type { GivenAnswer } from '../../db/schema/reports.ts'
import type { Open311Setting } from '../../tenants/schema.ts'
import type { Question } from './open311-questions.ts'

/** FixMyStreet's: by which other systems know what they have had before. */
const OWN_ID = 'fixmystreet_id'
const CLOSEST_ADDRESS = 'closest_address'
/** Ours: words of the sender that nobody but the staff there reads. */
const INTERNAL_NOTE = 'internal_note'

/** What a town's file may name beside questions; null where the report has none. */
export type Facts = Record<'number' | 'address' | 'page' | 'instruction', string | null>
type Known = { facts: Facts; ownId: string; answers: readonly GivenAnswer[] }

export type Filled = {
  fields: [name: string, value: string][]
  /** Theirs that must be answered and are not, in their words. */
  open: string[]
  /** Whether the clerk's words go along where only their staff reads them. */
  hasInstruction: boolean
}

export function fillAttributes(setting: Open311Setting, questions: readonly Question[], known: Known): Filled {
  const filled: Filled = { fields: [], open: [], hasInstruction: false }
  for (const question of questions) {
    const values = fitting(question, valuesFor(setting, question, known))
    filled.fields.push(...values.map((value): [string, string] => [`attribute[${question.code}]`, value]))
    if (values.length > 0 && isForInstruction(setting, question)) filled.hasInstruction = true
    if (values.length === 0 && question.required && !question.isAutomatic)
      filled.open.push(question.words ? `${question.words} (${question.code})` : question.code)
  }
  return filled
}

/** By its key, and in words as their list may have it. */
type Value = { key: string; words: string }

function valuesFor({ attributes }: Open311Setting, { code }: Question, { facts, ownId, answers }: Known): Value[] {
  const set = attributes && Object.hasOwn(attributes, code) ? attributes[code]! : ownWordFor(code)
  if (set.value !== undefined) return plain(set.value)
  if (set.fact) return plain(facts[set.fact])
  if (code === OWN_ID) return plain(ownId)
  const answer = answers.find(({ key }) => key === (set.question ?? code))
  if (!answer) return []
  const words = [answer.value].flat().length === 1 ? answer.words : ''
  return [answer.value].flat().map((value) => {
    const key = value === true ? 'yes' : value === false ? 'no' : String(value)
    const named = set.values && Object.hasOwn(set.values, key) ? set.values[key]! : key
    return { key: named, words: named === key ? words : '' }
  })
}

type Source = NonNullable<Open311Setting['attributes']>[string]

const ownWordFor = (code: string): Source =>
  code === CLOSEST_ADDRESS ? { fact: 'address' } : code === INTERNAL_NOTE ? { fact: 'instruction' } : {}

const isForInstruction = ({ attributes }: Open311Setting, { code }: Question) =>
  (attributes && Object.hasOwn(attributes, code) ? attributes[code]! : ownWordFor(code)).fact === 'instruction'

const plain = (value: string | null): Value[] => (value ? [{ key: value, words: '' }] : [])

/** One of their list where they have one; several only where they take several. */
function fitting({ options, takesSeveral }: Question, values: readonly Value[]): string[] {
  const same = (a: string, b: string) => a.localeCompare(b, 'de', { sensitivity: 'accent' }) === 0
  const found = values.flatMap(({ key, words }) => {
    if (options.length === 0) return [words && key !== words ? words : key]
    const option =
      options.find((one) => same(one.key, key)) ?? options.find((one) => same(one.name, key) || same(one.name, words))
    return option ? [option.key] : []
  })
  return takesSeveral ? found : found.slice(0, 1)
}
