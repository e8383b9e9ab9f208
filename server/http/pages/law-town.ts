/** What law pages know of their town and of whoever runs the platform. */
import type { Context } from 'hono'
import type { LawTown, Operator, OwnPage } from '../../../client/citizen/LawPage.tsx'
import type { AppEnv } from '../app-env.ts'
import { pageTown } from './document-of.tsx'

export function lawTown(c: Context<AppEnv>): LawTown {
  const { contact, live } = c.var.town
  return { ...pageTown(c), address: contact.address, website: contact.website, isPreview: !live }
}

export function ownPage(c: Context<AppEnv>, page: OwnPage['page']): OwnPage | undefined {
  const href = c.var.town.legal[page]
  return href ? { href, page } : undefined
}

export const operatorOf = (c: Context<AppEnv>): Operator => c.var.deps.operator
