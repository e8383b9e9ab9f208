/** What the page for taking down a report is given. */
import type { ComponentChildren } from 'preact'
import type { Category } from '../../tenants/catalogue-schema.ts'
import type { Language } from '../../tenants/languages.ts'
import type { Answers, FormQuestion } from '../citizen/QuestionField.tsx'
import type { Status } from '../map/types.ts'
import type { FieldProblem } from '../ui/field.ts'
import type { ClerkFrame } from './ClerkDocument.tsx'

/** Ways by which somebody reaches a town hall without the form. */
export const CALLER_CHANNELS = ['phone', 'counter', 'letter', 'email'] as const
export type CallerChannel = (typeof CALLER_CHANNELS)[number]

export type KnownReport = {
  number: number
  /** Absent when it is with a department whose reports this person does not open. */
  href?: string
  category: string
  status: { key: Status; label: string }
  /** "24 m" */
  distance: string
  age: string
  /** What to tell the caller. */
  say: string
}

/** `null` as long as there is no place. */
export type Known = KnownReport[] | null

export type KnownWords = { unplaced: string; none: string; addCall: string; openNew: string }

export type IntakeCategory = { key: string; name: string; search: string; isResting: boolean }

/** As they were typed. */
export type IntakeValues = {
  description?: string
  category?: string
  lat?: string
  lon?: string
  address?: string
  /** By question key. */
  answers?: Answers
  name?: string
  email?: string
  phone?: string
}

export type IntakePageProps = {
  frame: ClerkFrame
  town: { key: string; name: string; keepMonths: number }
  groups: { key: string; name: string; categories: IntakeCategory[] }[]
  chosen?: {
    key: string
    name: string
    notice?: string
    onCall?: { phone: string; hours?: string }
    questions: FormQuestion[]
    contact: Category['contact']
    kind: Category['kind']
  }
  values: IntakeValues
  channel: CallerChannel
  /** Of the mails. */
  language: Language
  languages: { value: Language; label: string }[]
  errors: FieldProblem[]
  known: Known
  stops?: { phone: string; text: string }[]
  elsewhere?: { name: string; isCounty: boolean; phone?: string; isMember: boolean }
  nearMetres?: number
  /** The place is nobody's of those known here. */
  isOutside?: boolean
  townChosen?: boolean
  /** Said once: what the last press has done. */
  said?: string
  idempotencyKey: string
  /** The place as the server found it for an address. */
  placed?: string
  map: ComponentChildren
}
