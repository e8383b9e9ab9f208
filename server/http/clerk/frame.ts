/** What every staff page has around it. */
import type { Context } from 'hono'
import type { ClerkFrame } from '../../../client/clerk/ClerkDocument.tsx'
import { clerk as clerkPaths, town as townPaths } from '../../../client/paths.ts'
import { LANGUAGES } from '../../../tenants/languages.ts'
import type { AppEnv } from '../app-env.ts'
import { languageLink } from '../language-link.ts'

export async function clerkFrame(c: Context<AppEnv>, title: string): Promise<ClerkFrame> {
  const { deps, language, town, base, clerk } = c.var
  const keys = [...new Set(clerk?.memberships.map((membership) => membership.town) ?? [])]
  const own = (await Promise.all(keys.map((key) => deps.registry.town(key)))).filter((one) => one !== null)
  return {
    language,
    languages: LANGUAGES.map((one) => ({ language: one, href: languageLink(c, one), current: one === language })),
    assets: deps.assets.clerk,
    themeHref: town ? townPaths(base).theme(String(town.version)) : undefined,
    title,
    demo: deps.demo,
    person: clerk ? { name: clerk.name } : undefined,
    towns: own.map(({ key, name }) => ({ key, name, href: clerkPaths.queue(key), current: key === town?.key })),
    town: town
      ? { key: town.key, name: town.name, logoHref: town.logo ? townPaths(base).logo() : undefined }
      : undefined,
  }
}
