/** What the admin's pages of people need. Words are already in the reader's language. */
import type { ClerkFrame } from './ClerkDocument.tsx'
import type { Refused } from './PlainForm.tsx'

export type AccessState = 'active' | 'invited' | 'disabled'

export type PersonLine = {
  id: string
  href: string
  name: string
  email: string
  roles: string[]
  hasSecondFactor: boolean
  seen?: string
  state: AccessState
}

export type PeoplePageProps = {
  frame: ClerkFrame
  town: { key: string; name: string }
  people: PersonLine[]
  said?: string
}

/** What a role can be given for. */
export type RoleChoice = { role?: string; departments: readonly string[]; all: { key: string; name: string }[] }

export type InvitePageProps = {
  frame: ClerkFrame
  town: { key: string; name: string }
  choice: RoleChoice
  error?: string
  refused?: Refused
}

export type PersonPageProps = InvitePageProps & {
  person: PersonLine & { isElsewhere: boolean }
  said?: string
}

export type FactorResetPageProps = {
  frame: ClerkFrame
  town: { key: string; name: string }
  person: { id: string; name: string }
  hows: readonly string[]
  refused?: Refused
}
