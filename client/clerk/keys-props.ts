/** What the admin's pages of keys need. Words are already in the reader's language. */
import type { Scope } from '../../db/schema/interfaces.ts'
import type { ClerkFrame } from './ClerkDocument.tsx'
import type { Refused } from './PlainForm.tsx'

export type KeyLine = {
  id: string
  name: string
  ending: string
  scopes: readonly Scope[]
  /** Absent: the whole town. */
  department?: string
  perHour: string
  used?: string
  /** The day on which it ended. */
  ended?: string
}

type Subject = { frame: ClerkFrame; town: { key: string; name: string } }

export type KeysPageProps = Subject & {
  keys: KeyLine[]
  /** What a key can be given, in the order of the form. */
  scopes: readonly Scope[]
  departments: { key: string; name: string }[]
  developersHref: string
  /** Of this form: sent again it makes no second key. */
  once: string
  said?: string
  error?: string
  refused?: Refused
}

export type KeyMadePageProps = Subject & { name: string; apiKey: string }

export type EndKeyPageProps = Subject & { line: KeyLine }
