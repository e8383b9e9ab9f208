/** /amt/anmelden, /amt/anmelden/code, /amt/abmelden */
import { type Context, Hono } from 'hono'
import { SignInPage } from '../../../client/clerk/SignInPage.tsx'
import { words } from '../../../client/i18n/index.ts'
import { clerk as clerkPaths } from '../../../client/paths.ts'
import { AppError } from '../../errors.ts'
import { signOut } from '../../people/sessions.ts'
import { type Entered, SignIn, signIn } from '../../people/sign-in.ts'
import type { AppEnv } from '../app-env.ts'
import { deviceOf } from '../device.ts'
import { sentence } from '../field-errors.ts'
import { dropToken, keepToken, readToken } from '../middleware/session.ts'
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
      return enter(c, await signIn(c.var.deps, input.data, { ...visitOf(c), next }), next)
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      return signInPage(c, { email, next, reason: error.reason, status: error.status })
    }
  })
  .post('/abmelden', async (c) => {
    const token = readToken(c, 'session')
    if (token) await signOut(c.var.deps.database, token)
    dropToken(c, 'session')
    return redirectTo(c, clerkPaths.signIn())
  })

export const visitOf = (c: Context<AppEnv>) => ({
  visitor: c.var.visitor,
  device: deviceOf(c.req.header('User-Agent')),
})

/** In, or on to the page of the code. An older session of this browser ends. */
export async function enter(c: Context<AppEnv>, entered: Entered, next: string): Promise<Response> {
  if (entered.kind === 'second_factor') {
    keepToken(c, 'step', entered.step)
    return redirectTo(c, clerkPaths.signInCode())
  }
  const before = readToken(c, 'session')
  if (before) await signOut(c.var.deps.database, before)
  keepToken(c, 'session', entered.token)
  return redirectTo(c, next)
}

type Shown = { email: string; next: string; reason?: string; status?: AppError['status'] }

async function signInPage(c: Context<AppEnv>, { email, next, reason, status }: Shown) {
  const { language } = c.var
  const frame = await clerkFrame(c, words(language).clerk.signIn.title)
  const error = reason && sentence(language, reason)
  return sendPage(c, <SignInPage frame={frame} email={email} error={error} next={next} />, { secret: true, status })
}

/** Only back into the staff pages of this host: an address given by a link must lead nowhere else. */
export function nextOf(wanted: unknown): string {
  return typeof wanted === 'string' && /^\/amt(\/[\w/%.?=&-]*)?$/.test(wanted) ? wanted : clerkPaths.home()
}
