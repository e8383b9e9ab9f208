import type { ComponentChildren } from 'preact'
import type { Question } from '../../tenants/catalogue-schema.ts'
import type { Language } from '../../tenants/languages.ts'
import { words } from '../i18n/index.ts'
import { CheckRows, ChoiceRows, ChoiceTiles } from '../ui/Choices.tsx'
import { Note } from '../ui/Note.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { TextField } from '../ui/TextField.tsx'

/** A question of the category, in the reader's language. */
export type FormQuestion = {
  key: string
  type: Question['type']
  label: string
  hint?: string
  required: boolean
  options?: { key: string; label: string }[]
  showIf?: { question: string; is: string | boolean }
  /** What to do when a certain answer is given. */
  effects: { is: string | boolean; text: string; isStop: boolean }[]
}

export type Answers = Record<string, string | string[] | undefined>

/** As the form sends it: `yes` and `no`, never booleans. */
export const answerField = (key: string) => `answers.${key}`
const YES = 'yes'
const NO = 'no'

const MOST_TEXT = 500
const MOST_TILES = 3
const LONGEST_TILE = 16

type Props = { language: Language; question: FormQuestion; all: FormQuestion[]; answers: Answers; error?: string }

export function QuestionField({ language, question, all, answers, error }: Props) {
  if (!isAsked({ question, all, answers })) return null
  const { common } = words(language)
  const given = answers[question.key]
  const condition = conditionInWords({ language, question, all })
  const field = {
    name: answerField(question.key),
    label: question.label,
    hint: [question.hint, condition].filter(Boolean).join(' ') || undefined,
    error,
    optional: question.required ? undefined : common.optional,
  }
  return (
    <Conditional question={question}>
      <Answer language={language} question={question} field={field} given={given} />
      {question.effects.map((effect) => (
        <Effect key={String(effect.is)} effect={effect} name={field.name} given={given} />
      ))}
    </Conditional>
  )
}

type EffectProps = { effect: FormQuestion['effects'][number]; name: string; given?: string | string[] }

/** Stands below the question once that answer is given. */
function Effect({ effect, name, given }: EffectProps) {
  const is = wire(effect.is)
  return (
    <div data-show-if={name} data-show-is={is} hidden={![given].flat().includes(is)} aria-live="polite">
      <Note tone={effect.isStop ? 'bad' : 'warn'} icon={effect.isStop ? 'siren' : 'warn'}>
        <p>{effect.text}</p>
      </Note>
    </div>
  )
}

type Field = { name: string; label: string; hint?: string; error?: string; optional?: string }
type AnswerProps = { language: Language; question: FormQuestion; field: Field; given?: string | string[] }

function Answer({ language, question, field, given }: AnswerProps) {
  const { common } = words(language)
  const value = Array.isArray(given) ? given[0] : given
  const choices = (question.options ?? []).map(({ key, label }) => ({ value: key, label }))
  switch (question.type) {
    case 'yes_no': {
      const yesNo = [
        { value: YES, label: common.yes },
        { value: NO, label: common.no },
      ]
      const unknown = { value: '', label: common.unknown }
      return <ChoiceTiles {...field} value={value ?? ''} choices={question.required ? yesNo : [...yesNo, unknown]} />
    }
    case 'one_of': {
      const short = choices.length <= MOST_TILES && choices.every((choice) => choice.label.length <= LONGEST_TILE)
      return short ? (
        <ChoiceTiles {...field} value={value} choices={choices} />
      ) : (
        <ChoiceRows {...field} value={value} choices={choices} />
      )
    }
    case 'several_of':
      return <CheckRows {...field} choices={choices} values={Array.isArray(given) ? given : given ? [given] : []} />
    case 'long_text':
      return <TextArea {...field} value={value} rows={3} maxLength={MOST_TEXT} />
    case 'number':
      return <TextField {...field} value={value} inputMode="decimal" width="short" />
    case 'date':
      return <TextField {...field} value={value} type="date" width="short" />
    case 'text':
      return <TextField {...field} value={value} maxLength={MOST_TEXT} />
  }
}

/** A script may hide what its condition excludes; without one the hint says when to answer. */
function Conditional({ question, children }: { question: FormQuestion; children: ComponentChildren }) {
  if (!question.showIf) return <>{children}</>
  return (
    <div data-show-if={answerField(question.showIf.question)} data-show-is={wire(question.showIf.is)}>
      {children}
    </div>
  )
}

const wire = (is: string | boolean) => (typeof is === 'boolean' ? (is ? YES : NO) : is)

/** Left out when the question it hangs on is left out itself, or has another answer. */
function isAsked({ question, all, answers }: Pick<Props, 'question' | 'all' | 'answers'>): boolean {
  const { showIf } = question
  if (!showIf) return true
  const parent = all.find((candidate) => candidate.key === showIf.question)
  if (parent && !isAsked({ question: parent, all, answers })) return false
  const given = [answers[showIf.question] ?? []].flat().filter(Boolean)
  return given.length === 0 || given.includes(wire(showIf.is))
}

function conditionInWords({ language, question, all }: Pick<Props, 'language' | 'question' | 'all'>) {
  const { showIf } = question
  const other = showIf && all.find((candidate) => candidate.key === showIf.question)
  if (!showIf || !other) return undefined
  const { common, form } = words(language)
  const yesNo = showIf.is === true || showIf.is === YES ? common.yes : common.no
  const option = other.options?.find((candidate) => candidate.key === showIf.is)?.label
  return form.onlyIf(other.label, option ?? yesNo)
}
