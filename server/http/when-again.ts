/** When somebody who tried too often may try again. */
import type { Context } from 'hono'
import { words } from '../../client/i18n/index.ts'
import type { AppError } from '../errors.ts'
import type { AppEnv } from './app-env.ts'
import { sentence } from './field-errors.ts'

/** Sets Retry-After (RFC 9110 §10.2.3) where the error knows it. @returns the seconds */
export function sayWhenAgain(c: Context<AppEnv>, { facts }: AppError): number | null {
  const { retryAfter: seconds } = facts
  if (typeof seconds !== 'number') return null
  c.header('Retry-After', String(seconds))
  return seconds
}

/** The sentence for an error, with the minutes where it is about waiting. */
export function sentenceOf(c: Context<AppEnv>, error: AppError): string {
  const seconds = sayWhenAgain(c, error)
  if (seconds === null) return sentence(c.var.language, error.reason)
  return words(c.var.language).account.signIn.tooMany(Math.ceil(seconds / 60))
}
