/** A form that comes back: with everything that was typed but secrets, and what is wrong beside its field. */
import type { Context } from 'hono'
import type { Refused } from '../../../client/clerk/PlainForm.tsx'
import { AppError } from '../../errors.ts'
import type { AppEnv } from '../app-env.ts'
import { sentence } from '../field-errors.ts'
import { sentenceOf } from '../when-again.ts'

const SECRET = /password|current|code/i

type Form = { what: string; values: Record<string, string>; names?: Record<string, string> }

/**
 * @param names fields that the page calls otherwise than the verb does
 * @returns what the page shows, with the status of its answer; throws on whatever is no refusal
 */
export function refusedOf(c: Context<AppEnv>, { what, values, names = {} }: Form, error: unknown) {
  if (!(error instanceof AppError)) throw error
  const typed = Object.fromEntries(Object.entries(values).filter(([name]) => !SECRET.test(name)))
  const errors = error.errors.map(({ pointer, reason }) => {
    const field = pointer.split('/')[1] ?? ''
    return { field: names[field] ?? field, message: sentence(c.var.language, reason) }
  })
  const refused: Refused = { what, values: typed, errors: onePerField(errors) }
  return { refused, error: errors.length === 0 ? sentenceOf(c, error) : undefined, status: error.status }
}

const onePerField = (errors: Refused['errors']) =>
  errors.filter(({ field }, index) => errors.findIndex((one) => one.field === field) === index)
