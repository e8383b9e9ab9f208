/** From what zod found to our own field errors: a pointer and a reason key. */
import type { z } from 'zod'
import { words } from '../../client/i18n/index.ts'
import type { Language } from '../../tenants/languages.ts'
import type { FieldError } from '../errors.ts'

type Issue = z.core.$ZodIssue

/** The first of each field: what is no text is not too long besides. */
export function fieldErrorsOf(issues: readonly Issue[]): FieldError[] {
  const found = issues.map((issue) => ({ pointer: pointerOf(issue.path), reason: reasonOf(issue) }))
  return found.filter(({ pointer }, index) => found.findIndex((one) => one.pointer === pointer) === index)
}

/** RFC 6901 */
export function pointerOf(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}

/** The sentence for a reason key. */
export function sentence(language: Language, reason: string): string {
  const { errors } = words(language)
  return Object.hasOwn(errors, reason) ? (errors as Record<string, string>)[reason]! : errors.field_wrong
}

const TOO_SHORT: Record<string, string> = {
  description: 'description_short',
  category: 'category_missing',
  code: 'code_missing',
  scopes: 'scopes_missing',
}
const TOO_LONG: Record<string, string> = {
  description: 'description_long',
  address: 'address_long',
  password: 'password_long',
}
const WRONG: Record<string, string> = {
  lat: 'place_wrong',
  lon: 'place_wrong',
  email: 'email_wrong',
  role: 'role_missing',
  how: 'asked_how_missing',
}

function reasonOf(issue: Issue): string {
  const field = String(issue.path.at(-1) ?? '')
  if (issue.code === 'custom') return issue.message
  if (WRONG[field]) return WRONG[field]
  if (issue.code === 'too_small') return TOO_SHORT[field] ?? 'field_missing'
  if (issue.code === 'too_big') return TOO_LONG[field] ?? 'text_long'
  const missing = issue.code === 'invalid_type' && issue.input === undefined
  return missing ? (TOO_SHORT[field] ?? 'field_missing') : 'field_wrong'
}
