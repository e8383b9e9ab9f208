/** What the admin's settings pages need. Words are already in the reader's language. */
import type { Language } from '../../tenants/languages.ts'
import type { FieldProblem } from '../ui/field.ts'
import type { ClerkFrame } from './ClerkDocument.tsx'
import type { Stale } from './report-props.ts'

/** One thing that can be changed, as it stands. */
export type SettingsItem = { name: string; href: string; lines: string[]; isMarked?: boolean }

export type SettingsStep = {
  version: number
  who: string
  when: string
  dateTime: string
  what: string[]
  /** Version that its button brings back. */
  restores: number
}

export type SettingsPageProps = {
  frame: ClerkFrame
  town: string
  version: number
  texts: SettingsItem[]
  departments: SettingsItem[]
  categories: { group: string; items: SettingsItem[] }[]
  /** Newest first. */
  history: SettingsStep[]
  done?: { sentence: string; canUndo: boolean }
  /** Somebody was faster than an undo. */
  stale?: Stale
}

/** A form that came back: what was typed, what is wrong, who was faster. */
export type RefusedForm = { what: string; values: Record<string, string>; errors: FieldProblem[]; stale?: Stale }

/** A page with forms about one thing. */
export type SettingsSubject = {
  frame: ClerkFrame
  town: string
  /** Where its forms go. */
  action: string
  version: number
  refused?: RefusedForm
}

/** A text in the languages of the town: as set, and as it is without a setting. */
export type SetWords = { languages: Language[]; set: Partial<Record<Language, string>>; file?: string }
