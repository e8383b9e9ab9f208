/** /amt/anmelden, /amt/anmelden/code, /amt/abmelden */
import { type Context, Hono } from 'hono'
import { SignInCodePage } from '../../../client/clerk/SignInCodePage.tsx'
import { words } from '../../../client/i18n/index.ts'
import { clerk as clerkPaths } from '../../../client/paths.ts'
import { AppError } from '../../errors.ts'
import { GiveCode, giveCode, openStep } from '../../people/give-code.ts'
import { signOut } from '../../people/sessions.ts'
import { type Entered, SignIn, signIn } from '../../people/sign-in.ts'
import type { AppEnv } from '../app-env.ts'
import { deviceOf } from '../device.ts'
import { sentence } from '../field-errors.ts'
import { dropToken, keepToken, readToken } from '../middleware/session.ts'
import { redirectTo, sendPage } from '../respond.ts'
import { sentenceOf } from '../when-again.ts'
import { clerkFrame } from './frame.ts'
import { type SignInShown, signInPage } from './sign-in-page.tsx'

export const signInPages = new Hono<AppEnv>()
  .get('/anmelden', async (c) => {
    const { kommune, gesagt = '', weiter } = c.req.query()
    const town = kommune ? await c.var.deps.registry.town(kommune) : null
    if (town) return redirectTo(c, clerkPaths.signInTown(town.key, { weiter }))
    return signInPage(c, { next: nextOf(weiter), ...saidOf(c, gesagt) })
  })
  .post('/anmelden', async (c) => {
    const form = await c.req.parseBody()
    const next = nextOf(form.weiter)
    const input = SignIn.safeParse(form)
    const town = typeof form.kommune === 'string' ? await c.var.deps.registry.town(form.kommune) : null
    const shown = { email: typeof form.email === 'string' ? form.email : '', next, town }
    if (!input.success) {
      const error = sentence(c.var.language, 'sign_in_wrong')
      return signInPage(c, { ...shown, error, status: 422 })
    }
    try {
      return enter(c, await signIn(c.var.deps, input.data, { ...visitOf(c), next }), next)
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      return signInPage(c, { ...shown, error: sentenceOf(c, error), status: error.status })
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
    const via = token && (await signOut(c.var.deps.database, token))
    dropToken(c, 'session')
    // Only this session ends: the town's own sign-in belongs to the town.
    return redirectTo(c, clerkPaths.signIn(via === 'open_id' ? { gesagt: 'abgemeldet' } : {}))
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

function saidOf(c: Context<AppEnv>, what: string): Pick<SignInShown, 'said' | 'error'> {
  const { account, openId } = words(c.var.language)
  if (what === 'passwort') return { said: account.signIn.passwordKept }
  if (what === 'abgemeldet') return { said: openId.signedOut }
  return what === 'code' ? { error: account.signIn.again } : {}
}

function startOver(c: Context<AppEnv>): Response {
  dropToken(c, 'step')
  return redirectTo(c, clerkPaths.signIn({ gesagt: 'code' }))
}

async function codePage(c: Context<AppEnv>, { error, status }: Pick<SignInShown, 'error' | 'status'> = {}) {
  const frame = await clerkFrame(c, words(c.var.language).account.signIn.codeTitle)
  return sendPage(c, <SignInCodePage frame={frame} error={error} />, { secret: true, status })
}

/** Only back into the staff pages of this host: an address given by a link must lead nowhere else. */
export function nextOf(wanted: unknown): string {
  return typeof wanted === 'string' && /^\/amt(\/[\w/%.?=&-]*)?$/.test(wanted) ? wanted : clerkPaths.home()
}
