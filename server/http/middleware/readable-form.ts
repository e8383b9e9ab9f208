/** A form that cannot be read is the sender's fault, on every page alike: 400, and no handler begins with it. */
import type { MiddlewareHandler } from 'hono'
import type { AppEnv } from '../app-env.ts'
import { readFormData } from '../photos.ts'

const IS_FORM = /^\s*(multipart\/form-data|application\/x-www-form-urlencoded)\s*(;|$)/i

/**
 * What was read here is what handlers get. Comes after sizes and visits are counted.
 * @throws malformed
 */
export const readableForm: MiddlewareHandler<AppEnv> = async (c, next) => {
  if (c.req.raw.body && IS_FORM.test(c.req.header('Content-Type') ?? '')) await readFormData(c)
  return next()
}
