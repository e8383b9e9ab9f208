/** The ctx of a request: town, actor, language. */
import type { Language } from '../../tenants/languages.ts'
import type { Actor, Ctx, RegisteredTown } from '../context.ts'
import type { Deps } from './app-env.ts'

type Owned = 'database' | 'registry' | 'now' | 'secret'

export function buildCtx(deps: Pick<Deps, Owned>, town: RegisteredTown, actor: Actor, language: Language): Ctx {
  const { database, registry, now, secret } = deps
  return { database, places: registry, town, actor, language, now, secret }
}
