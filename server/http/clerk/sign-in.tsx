/** /amt/anmelden, /amt/abmelden */
import { type Context, Hono } from 'hono'
import { SignInPage } from '../../../client/clerk/SignInPage.tsx'
import { words } from '../../../client/i18n/index.ts'
import { clerk as clerkPaths } from '../../../client/paths.ts'
import { AppError } from '../../errors.ts'
import { signOut } from '../../people/sessions.ts'
import { SignIn, signIn } from '../../people/sign-in.ts'
import type { AppEnv } from '../app-env.ts'
import { sentence } from '../field-errors.ts'
import { dropSession, keepSession, readSession } from '../middleware/session.ts'
import { redirectTo, sendPage } from '../respond.ts'
import { clerkFrame } from './frame.ts'

export const signInPages = new Hono<AppEnv>()
  .get('/anmelden', (c) => signInPage(c, { email: '', next: nextOf(c.req.query('weiter')) }))
  .post('/anmelden', async (c) => {
    const form = await c.req.parseBody()
    const next = nextOf(form.weiter)
    const input = SignIn.safeParse(form)
    const email = typeof form.email === 'string' ? form.email : ''
    if (!input.success) return signInPage(c, { email, next, reason: 'sign_in_wrong', status: 422 })
    try {
      keepSession(c, await signIn(c.var.deps, input.data))
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      return signInPage(c, { email, next, reason: error.reason, status: error.status })
    }
    return redirectTo(c, next)
  })
  .post('/abmelden', async (c) => {
    const token = readSession(c)
    if (token) await signOut(c.var.deps.database, token)
    dropSession(c)
    return redirectTo(c, clerkPaths.signIn())
  })

type Shown = { email: string; next: string; reason?: string; status?: AppError['status'] }

async function signInPage(c: Context<AppEnv>, { email, next, reason, status }: Shown) {
  const { language } = c.var
  const frame = await clerkFrame(c, words(language).clerk.signIn.title)
  const error = reason && sentence(language, reason)
  return sendPage(c, <SignInPage frame={frame} email={email} error={error} next={next} />, { secret: true, status })
}

/** Only back into the staff pages of this host: an address given by a link must lead nowhere else. */
function nextOf(wanted: unknown): string {
  return typeof wanted === 'string' && /^\/amt(\/[\w/%.?=&-]*)?$/.test(wanted) ? wanted : clerkPaths.home()
}
