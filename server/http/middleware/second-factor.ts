/** Towns that demand a second factor of whoever works for them. */
import type { Context, MiddlewareHandler } from 'hono'
import { clerk as clerkPaths } from '../../../client/paths.ts'
import type { RegisteredTown } from '../../context.ts'
import { forbidden } from '../../errors.ts'
import type { AppEnv } from '../app-env.ts'
import { redirectTo } from '../respond.ts'

/** In the demo everybody looks around without a phone. */
const demandsFactor = ({ var: { deps } }: Context<AppEnv>, town: Pick<RegisteredTown, 'signIn'> | null) =>
  !deps.demo && town?.signIn?.secondFactor === 'required'

/** The first of the person's towns that demands one, whether they have it or not. */
export async function demandingTown(c: Context<AppEnv>): Promise<RegisteredTown | null> {
  const { deps, clerk } = c.var
  for (const key of new Set(clerk.memberships.map(({ town }) => town).filter(Boolean))) {
    const town = await deps.registry.town(key)
    if (demandsFactor(c, town)) return town
  }
  return null
}

/** Leads whoever came in without the second factor that their town demands to the page where it is set up. */
export const strongEnough: MiddlewareHandler<AppEnv> = async (c, next) => {
  if (!c.var.clerk.isStrong && (await demandingTown(c))) return redirectTo(c, clerkPaths.secondFactor())
  return next()
}

/** For the operator, who belongs to no town. @throws forbidden `second_factor_needed` */
export function requireFactorFor(c: Context<AppEnv>, town: RegisteredTown): void {
  if (!c.var.clerk.isStrong && demandsFactor(c, town)) throw forbidden('second_factor_needed')
}
