/** zod-validator whose refusals are our own errors and whose schemas also make the OpenAPI document. */
import { zValidator } from '@hono/zod-validator'
import type { ValidationTargets } from 'hono'
import { resolver, uniqueSymbol } from 'hono-openapi'
import type { z } from 'zod'
import { invalid } from '../errors.ts'
import { fieldErrorsOf } from './field-errors.ts'

export function valid<Schema extends z.ZodType, Target extends keyof ValidationTargets>(
  target: Target,
  schema: Schema,
) {
  const validator = zValidator(target, schema, (result) => {
    if (!result.success) throw invalid(fieldErrorsOf(result.error.issues))
  })
  return Object.assign(validator, { [uniqueSymbol]: { target, ...resolver(schema) } })
}
