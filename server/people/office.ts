/** What verbs about people need around them: an account belongs to no town. */
import type { Database } from '../../db/client.ts'
import type { Log, Passwords } from '../ports.ts'

export type Office = {
  readonly database: Database
  readonly passwords: Passwords
  readonly log: Log
  readonly now: () => Date
  /** APP_SECRET */
  readonly secret: string
}

/** From where somebody comes in: the address that limits count by, and the device in two words. */
export type Visit = { visitor: string; device?: string | undefined }

type Event =
  | 'signed_in'
  | 'sign_in_failed'
  | 'second_factor_failed'
  | 'limit_hit'
  | 'reset_asked'
  | 'password_set'
  | 'second_factor_set'
  | 'second_factor_removed'
  | 'recovery_codes_renewed'
  | 'sessions_ended'
  | 'identity_linked'
  | 'identity_removed'
  | 'roles_changed'
  | 'person_invited'
  | 'person_disabled'
  | 'person_enabled'
  | 'key_made'
  | 'key_ended'
  | 'contact_read'

const ALARMING: ReadonlySet<Event> = new Set(['sign_in_failed', 'second_factor_failed', 'limit_hit'])

type Facts = {
  person?: string | undefined
  key?: string
  report?: number
  by?: string
  town?: string
  how?: string
  limit?: string
}

/** One line for whoever watches over sign-ins: ids and keys, never an address or a name (ASVS 16.3). */
export function noteSecurity({ log }: Pick<Office, 'log'>, event: Event, facts: Facts = {}): void {
  log[ALARMING.has(event) ? 'warn' : 'info']({ event, ...facts }, 'security')
}
