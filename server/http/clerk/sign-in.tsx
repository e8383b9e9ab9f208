/** /amt/anmelden, /amt/anmelden/code, /amt/abmelden */
import { type Context, Hono } from 'hono'
import { SignInCodePage } from '../../../client/clerk/SignInCodePage.tsx'
import { SignInPage } from '../../../client/clerk/SignInPage.tsx'
import { words } from '../../../client/i18n/index.ts'
import { clerk as clerkPaths } from '../../../client/paths.ts'
import { AppError } from '../../errors.ts'
import { GiveCode, giveCode, openStep } from '../../people/give-code.ts'
import { signOut } from '../../people/sessions.ts'
import { type Entered, SignIn, signIn } from '../../people/sign-in.ts'
import { among } from '../among.ts'
import type { AppEnv } from '../app-env.ts'
import { deviceOf } from '../device.ts'
import { sentence } from '../field-errors.ts'
import { dropToken, keepToken, readToken } from '../middleware/session.ts'
import { redirectTo, sendPage } from '../respond.ts'
import { sentenceOf } from '../when-again.ts'
import { clerkFrame } from './frame.ts'

export const signInPages = new Hono<AppEnv>()
  .get('/anmelden', (c) => {
    const { signIn: w } = words(c.var.language).account
    const said = among({ passwort: w.passwordKept }, c.req.query('gesagt'))
    const error = among({ code: w.again }, c.req.query('gesagt'))
    return signInPage(c, { email: '', next: nextOf(c.req.query('weiter')), said, error })
  })
  .post('/anmelden', async (c) => {
    const form = await c.req.parseBody()
    const next = nextOf(form.weiter)
    const input = SignIn.safeParse(form)
    const email = typeof form.email === 'string' ? form.email : ''
    if (!input.success) {
      const error = sentence(c.var.language, 'sign_in_wrong')
      return signInPage(c, { email, next, error, status: 422 })
    }
    try {
      return enter(c, await signIn(c.var.deps, input.data, { ...visitOf(c), next }), next)
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      return signInPage(c, { email, next, error: sentenceOf(c, error), status: error.status })
    }
  })
  .get('/anmelden/code', async (c) => {
    const step = readToken(c, 'step')
    if (!step) return redirectTo(c, clerkPaths.signIn())
    try {
      await openStep(c.var.deps, step)
    } catch (error) {
      if (error instanceof AppError) return startOver(c)
      throw error
    }
    return codePage(c)
  })
  .post('/anmelden/code', async (c) => {
    const step = readToken(c, 'step') ?? ''
    const input = GiveCode.safeParse(await c.req.parseBody())
    if (!input.success) return codePage(c, { error: sentence(c.var.language, 'code_missing'), status: 422 })
    try {
      const { token, next, kind } = await giveCode(c.var.deps, { ...input.data, step }, visitOf(c))
      dropToken(c, 'step')
      const on = kind === 'recovery' ? clerkPaths.account({ getan: 'code' }) : nextOf(next)
      return letIn(c, token, on)
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      if (error.reason === 'step_over') return startOver(c)
      return codePage(c, { error: sentenceOf(c, error), status: error.status })
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

/** In, or on to the page of the code. */
export async function enter(c: Context<AppEnv>, entered: Entered, next: string): Promise<Response> {
  if (entered.kind === 'session') return letIn(c, entered.token, next)
  keepToken(c, 'step', entered.step)
  return redirectTo(c, clerkPaths.signInCode())
}

/** An older session of this browser ends. */
async function letIn(c: Context<AppEnv>, token: string, next: string): Promise<Response> {
  const before = readToken(c, 'session')
  if (before) await signOut(c.var.deps.database, before)
  keepToken(c, 'session', token)
  return redirectTo(c, next)
}

function startOver(c: Context<AppEnv>): Response {
  dropToken(c, 'step')
  return redirectTo(c, clerkPaths.signIn({ gesagt: 'code' }))
}

type Shown = {
  email: string
  next: string
  error?: string | undefined
  said?: string | undefined
  status?: AppError['status']
}

async function signInPage(c: Context<AppEnv>, { status, ...shown }: Shown) {
  const frame = await clerkFrame(c, words(c.var.language).clerk.signIn.title)
  return sendPage(c, <SignInPage frame={frame} {...shown} />, { secret: true, status })
}

async function codePage(c: Context<AppEnv>, { error, status }: Pick<Shown, 'error' | 'status'> = {}) {
  const frame = await clerkFrame(c, words(c.var.language).account.signIn.codeTitle)
  return sendPage(c, <SignInCodePage frame={frame} error={error} />, { secret: true, status })
}

/** Only back into the staff pages of this host: an address given by a link must lead nowhere else. */
export function nextOf(wanted: unknown): string {
  return typeof wanted === 'string' && /^\/amt(\/[\w/%.?=&-]*)?$/.test(wanted) ? wanted : clerkPaths.home()
}
