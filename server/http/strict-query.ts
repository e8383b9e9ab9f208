/** Query parameters where what is unknown, given twice or wrong is refused, so that nobody takes a whole for a part. */
import type { Context } from 'hono'
import { z } from 'zod'
import { LANGUAGES } from '../../tenants/languages.ts'
import { AppError, type FieldError } from '../errors.ts'
import type { AppEnv } from './app-env.ts'

const wrong = (errors: FieldError[]) => new AppError('malformed', 'parameters_wrong', { errors })

/** @throws malformed, naming each parameter */
export function strictQuery<Shape extends z.ZodRawShape>(c: Context<AppEnv>, shape: Shape) {
  const given = [...new URL(c.req.url).searchParams]
  const names = given.map(([name]) => name)
  const known = z.object({ lang: z.enum(LANGUAGES).optional(), ...shape })
  const errors: FieldError[] = []
  for (const [index, name] of names.entries()) {
    if (!Object.hasOwn(known.shape, name)) errors.push({ pointer: `/${name}`, reason: 'parameter_unknown' })
    else if (names.indexOf(name) !== index) errors.push({ pointer: `/${name}`, reason: 'field_wrong' })
  }
  const parsed = known.safeParse(Object.fromEntries(given.filter(([name]) => Object.hasOwn(known.shape, name))))
  for (const { path } of parsed.error?.issues ?? [])
    errors.push({ pointer: `/${path.join('/')}`, reason: 'field_wrong' })
  if (errors.length > 0 || !parsed.success) throw wrong(errors)
  return parsed.data
}

/** What a verb says of a parameter is a 400 here too: there is no form that could be filled in again. */
export function asMalformed(error: unknown): never {
  if (error instanceof AppError && error.code === 'invalid') throw wrong(error.errors)
  throw error
}
