/** What every staff page has around it. */
import type { Context } from 'hono'
import type { ClerkFrame } from '../../../client/clerk/ClerkDocument.tsx'
import { words } from '../../../client/i18n/index.ts'
import { clerk as clerkPaths, town as townPaths } from '../../../client/paths.ts'
import { STAFF_LANGUAGES } from '../../../tenants/languages.ts'
import type { RegisteredTown } from '../../context.ts'
import { isAdminOf, isOperator } from '../../people/permissions.ts'
import { sharedQueuesOf } from '../../people/shared-queues.ts'
import type { AppEnv } from '../app-env.ts'
import { languageLink } from '../language-link.ts'
import { troublesOf } from './deliveries-badge.ts'

export async function clerkFrame(c: Context<AppEnv>, title: string): Promise<ClerkFrame> {
  const { deps, language, town, base, clerk } = c.var
  const keys = [...new Set(clerk?.memberships.map((membership) => membership.town) ?? [])]
  const own = (await Promise.all(keys.map((key) => deps.registry.town(key)))).filter((one) => one !== null)
  return {
    language,
    languages: STAFF_LANGUAGES.map((one) => ({ language: one, href: languageLink(c, one), current: one === language })),
    assets: deps.assets.clerk,
    themeHref: town ? townPaths(base).theme(String(town.version)) : undefined,
    title,
    demo: deps.demo,
    person: clerk ? { name: clerk.name } : undefined,
    towns: [...sharedLinks(c, own), ...own.map(({ key, name }) => townLink(key, name, key === town?.key))],
    more: clerk && (await linksOf(c)),
    town: town
      ? { key: town.key, name: town.name, logoHref: town.logo ? townPaths(base).logo() : undefined }
      : undefined,
  }
}

const townLink = (key: string, name: string, current: boolean) => ({ key, name, href: clerkPaths.queue(key), current })

/** Queues over several towns, named after their department. */
function sharedLinks(c: Context<AppEnv>, towns: RegisteredTown[]) {
  const { path } = c.req
  return sharedQueuesOf(c.var.clerk?.memberships ?? []).map((key) => {
    const href = clerkPaths.shared(key)
    const lender = towns.find((town) => town.key === key.lender)
    const department = lender?.departments.find((one) => one.key === key.department)?.name ?? key.department
    return { key: href, name: words(c.var.language).clerk.allTownsOf(department), href, current: path === href }
  })
}

/** What an admin and the operator look after beside the reports. */
async function linksOf(c: Context<AppEnv>): Promise<ClerkFrame['more']> {
  const { clerk, town, language } = c.var
  const { account, conformance, deliveries, keys, proof, settings } = words(language)
  const { pathname } = new URL(c.req.url)
  const isAdmin = town !== undefined && isAdminOf(clerk, town.key)
  const links = [
    isAdmin && { href: clerkPaths.settings(town.key), label: settings.title },
    isAdmin && { href: clerkPaths.people(town.key), label: account.people.navigation },
    isAdmin && { href: clerkPaths.interfaces(town.key), label: keys.navigation },
    isAdmin && { href: clerkPaths.conformance(town.key), label: conformance.navigation },
    isAdmin && { href: clerkPaths.deliveries(town.key), label: deliveries.navigation, badge: await troublesOf(c) },
    isAdmin && { href: clerkPaths.erasures(town.key), label: proof.navigation },
    isOperator(clerk) && { href: clerkPaths.operator(), label: conformance.operator.link },
  ]
  return links.filter((link) => link !== false).map((link) => ({ ...link, current: link.href === pathname }))
}
