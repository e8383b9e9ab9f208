/** Other systems come with a key: `Authorization: Bearer aw_…`. */
import type { Context, MiddlewareHandler } from 'hono'
import type { Scope } from '../../../db/schema/interfaces.ts'
import { useKey } from '../../keys/use-key.ts'
import type { AppEnv } from '../app-env.ts'

export function bearerOf(c: Context<AppEnv>): string | undefined {
  return /^Bearer +(\S+) *$/i.exec(c.req.header('Authorization') ?? '')?.[1]
}

/**
 * From here on everything is done as the system the key was made for.
 * @throws as useKey
 */
export const byKey =
  (scope: Scope): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    c.set('ctx', await useKey(c.var.ctx, bearerOf(c), scope))
    return next()
  }

/** Whoever comes with a key is held to it; whoever comes without is anybody. */
export const maybeByKey =
  (scope: Scope): MiddlewareHandler<AppEnv> =>
  (c, next) =>
    bearerOf(c) === undefined ? next() : byKey(scope)(c, next)
