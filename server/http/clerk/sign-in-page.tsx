/** The sign-in page: password, and the town's own accounts where there are any. */
import type { Context } from 'hono'
import { SignInPage, type SignInPageProps } from '../../../client/clerk/SignInPage.tsx'
import { words } from '../../../client/i18n/index.ts'
import type { RegisteredTown } from '../../context.ts'
import type { AppError } from '../../errors.ts'
import type { AppEnv } from '../app-env.ts'
import { sendPage } from '../respond.ts'
import { clerkFrame } from './frame.ts'

export type SignInShown = Partial<Pick<SignInPageProps, 'email' | 'error' | 'said'>> & {
  next: string
  /** Through which somebody is coming in. */
  town?: RegisteredTown | null
  status?: AppError['status']
}

export async function signInPage(c: Context<AppEnv>, { status, town, email = '', ...shown }: SignInShown) {
  const frame = await clerkFrame(c, words(c.var.language).clerk.signIn.title)
  const openId = town?.signIn?.openId
  const own = town && openId ? { town: town.key, townName: town.name, name: openId.name } : undefined
  const others = (await c.var.deps.registry.listOpenId()).filter(({ key }) => key !== own?.town)
  return sendPage(c, <SignInPage {...{ frame, email, own, others, ...shown }} />, { secret: true, status })
}
