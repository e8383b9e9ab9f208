/** Only a town that has joined can say under which licence its data may be taken along. */
import type { MiddlewareHandler } from 'hono'
import { notFound } from '../../errors.ts'
import type { AppEnv } from '../app-env.ts'

/** @throws not_found */
export const membersOnly: MiddlewareHandler<AppEnv> = (c, next) => {
  if (!c.var.town.member) throw notFound()
  return next()
}
