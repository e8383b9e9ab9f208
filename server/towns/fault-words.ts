/** Says what a schema finds wrong so that a town hall can put it right. */
import { keyOf } from './compile-town.ts'
import { nearestOf, type Say } from './problem.ts'
import type { SchemaFault } from './schema-faults.ts'
import { quoted } from './yaml-faults.ts'

export type Around = {
  say: Say
  /** Fields there are at the fault's path. */
  known: readonly string[]
  /** The value as it was typed, and what stands behind a `#` instead of one. */
  source?: string | undefined
  comment?: string | undefined
  /** The short name that is meant by a word of everyday language. */
  meant?: string | null | undefined
}

/** Up to this many fields are listed; more would hide the sentence. */
const MOST_LISTED = 12

export function faultInWords(fault: SchemaFault, around: Around): string {
  const { say } = around
  switch (fault.kind) {
    case 'unknown':
      return unknownInWords(fault.name, around)
    case 'type':
      return fault.input === undefined || fault.input === null ? missing(fault, around) : typeInWords(fault, around)
    case 'choice':
      return fault.input === undefined || fault.input === null ? missing(fault, around) : choiceInWords(fault, say)
    case 'format':
      return formatInWords(fault, around)
    case 'size':
      return sizeInWords(fault, say)
    case 'other':
      return named(fault.message, say)
  }
}

function unknownInWords(name: string, { say: { field, synonyms }, known }: Around): string {
  const meant = meantField(name, known, synonyms)
  if (meant) return field.didYouMean(name, meant)
  return known.length > 0 && known.length <= MOST_LISTED ? field.unknownOf(name, known.join(', ')) : field.unknown(name)
}

/** A field by a slip of the finger, or by the word people use for it. */
export function meantField(name: string, known: readonly string[], synonyms: Say['synonyms']): string | null {
  const spoken = Object.entries(synonyms).find(([field, words]) => {
    return known.includes(field) && words.split(', ').some((word) => word.toLowerCase() === name.toLowerCase())
  })
  return spoken?.[0] ?? nearestOf(name, known)
}

function missing({ path, input }: SchemaFault, { say: { field, examples }, comment }: Around): string {
  if (comment) return field.comment(quoted(comment))
  const name = String(path.at(-1))
  const example = (examples as Record<string, string>)[name]
  if (input === null) return field.nothing
  return example ? field.missingLike(`${name}: ${example}`) : field.missing
}

type TypeFault = Extract<SchemaFault, { kind: 'type' }>

function typeInWords({ expects, input, path }: TypeFault, { say, source, known }: Around): string {
  const { field } = say
  if (path.length === 0) return field.notFields
  const name = String(path.at(-1))
  const wantsText = expects.includes('string')
  const isNumberOrYes = typeof input === 'number' || typeof input === 'boolean'
  if (name === 'ags' && typeof input === 'number')
    return field.agsQuotes(quoted((source ?? String(input)).padStart(8, '0')))
  if (name === 'accent' || name === 'accentDark') return field.colour
  if (wantsText && isNumberOrYes) return field.quotes(quoted(source ?? String(input)))
  if (expects.length > 1) return field.either(expects.map((kind) => kindInWords(kind, say)))
  const [kind = ''] = expects
  if (kind === 'boolean') return field.yesNo(sayable(input))
  if (kind === 'int' && typeof input === 'number') return field.whole(Math.round(input))
  if (kind === 'number' || kind === 'int') return numberInWords(input, say)
  if (kind === 'array' || kind === 'tuple')
    return isPlain(input)
      ? field.listOf(`[${/^\d/.test(String(input)) ? quoted(source ?? String(input)) : input}]`)
      : field.notList
  if (wantsText) return field.notText
  return known.length > 0 ? field.notBlockOf(known.join(', ')) : field.notBlock
}

const isPlain = (input: unknown) => typeof input === 'string' || typeof input === 'number'

/** Lists and blocks are not said again. */
const sayable = (input: unknown) => (isPlain(input) || typeof input === 'boolean' ? String(input) : null)

function numberInWords(input: unknown, { field }: Say): string {
  const bare = String(input).replace(',', '.')
  return typeof input === 'string' && bare.trim() !== '' && Number.isFinite(Number(bare))
    ? field.bareNumber(bare)
    : field.notNumber
}

function kindInWords(kind: string, { kinds, word }: Say): string {
  return (kinds as Record<string, string>)[kind] ?? word(kind.replaceAll('"', ''))
}

function choiceInWords({ values, input }: Extract<SchemaFault, { kind: 'choice' }>, { field, meanings }: Say): string {
  const explained = values.map((value) => {
    const meaning = (meanings as Record<string, string>)[value]
    return meaning && meaning !== value ? `${value} (${meaning})` : value
  })
  return field.oneOf(sayable(input), explained.join(', '))
}

function sizeInWords({ of, least, most, path }: Extract<SchemaFault, { kind: 'size' }>, { field, rule }: Say): string {
  if (path.at(-1) === 'within') return rule.rectangle
  if (of === 'string') return least === undefined ? field.tooLong(most!) : field.empty
  if (of === 'array') return least === undefined ? field.tooMany(most!) : field.tooFew(least)
  return least === undefined ? field.tooBig(most!) : field.tooSmall(least)
}

function formatInWords(
  { format, input, path, isKey }: Extract<SchemaFault, { kind: 'format' }>,
  around: Around,
): string {
  const { say, meant } = around
  const { field } = say
  const given = isKey ? String(path.at(-1)) : String(input)
  switch (format) {
    case 'key':
    case 'rule_to': {
      if (meant) return field.meantKey(given, meant)
      if (format === 'rule_to') return field.ruleTo
      const key = keyOf(given)
      return key.length > 1 ? field.keyLike(given, key) : field.key
    }
    case 'email':
      return field.email(given)
    case 'url':
      return field.link(`https://${given.replace(/^([a-z]+:)?\/*/i, '')}`)
    case 'hostname':
      return field.host
    case 'date':
      return field.date(isoDayOf(given) ?? '2026-11-25')
    default:
      return named(format, say)
  }
}

const named = (fault: string, { field }: Say): string =>
  ((field as Record<string, unknown>)[NAMES[fault] ?? ''] as string | undefined) ?? field.other

const NAMES: Record<string, string> = {
  colour: 'colour',
  ags: 'ags',
  ars: 'ars',
  postcode: 'postcode',
  day_of_year: 'dayOfYear',
  shared_from: 'sharedFrom',
  issuer: 'issuer',
  base_address: 'baseAddress',
  origin: 'origin',
  words_de: 'wordsDe',
  attribute_code: 'attributeCode',
  attribute_source: 'attributeSource',
  attribute_values: 'attributeValues',
}

/** `1.12.2026` → `2026-12-01` */
function isoDayOf(text: string): string | null {
  const [, day, month, year] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text) ?? []
  return year ? `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}` : null
}
