/**
 * A page in a browser may only speak here if it is one of ours: the protocol demands it, against pages that point their
 * own name at somebody's machine. Programs send no Origin.
 */
import type { MiddlewareHandler } from 'hono'
import { forbidden } from '../../errors.ts'
import type { AppEnv } from '../app-env.ts'
import { townUrl } from '../urls.ts'

/** @throws forbidden `wrong_origin` */
export const ownOrigin: MiddlewareHandler<AppEnv> = async (c, next) => {
  const origin = c.req.header('Origin')
  if (origin !== undefined && !(await isOurs(origin))) throw forbidden('wrong_origin')
  return next()

  async function isOurs(origin: string): Promise<boolean> {
    const { publicUrl, registry } = c.var.deps
    if (origin === new URL(publicUrl).origin) return true
    const host = URL.canParse(origin) ? new URL(origin).hostname : null
    const town = host ? await registry.townByHost(host) : null
    return town !== null && origin === townUrl(publicUrl, town)
  }
}
