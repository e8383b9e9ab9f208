/** /amt/passwort, /amt/einladung: links by mail. A GET shows a form and uses nothing up; the POST does. */
import { type Context, Hono } from 'hono'
import type { Refused } from '../../../client/clerk/PlainForm.tsx'
import { LinkOverPage, NewPasswordPage, ResetPage } from '../../../client/clerk/ResetPage.tsx'
import { words } from '../../../client/i18n/index.ts'
import { clerk as clerkPaths } from '../../../client/paths.ts'
import { AppError, invalid } from '../../errors.ts'
import type { LinkKind } from '../../people/account-rows.ts'
import { AskForReset, askForReset } from '../../people/ask-for-reset.ts'
import { openLink, SetPassword, setPasswordByLink } from '../../people/set-password.ts'
import type { AppEnv } from '../app-env.ts'
import { fieldErrorsOf } from '../field-errors.ts'
import { redirectTo, sendPage } from '../respond.ts'
import { clerkFrame } from './frame.ts'
import { readForm } from './read-form.ts'
import { refusedOf } from './refused.ts'
import { visitOf } from './sign-in.tsx'

type C = Context<AppEnv>

export const links = new Hono<AppEnv>()
  .get('/passwort', (c) => resetPage(c, { isSent: c.req.query('gesagt') === 'ja' }))
  .post('/passwort', async (c) => {
    const values = await readForm(c)
    try {
      const input = AskForReset.safeParse(values)
      if (!input.success) throw invalid(fieldErrorsOf(input.error.issues))
      await askForReset(c.var.deps, input.data, visitOf(c))
      return redirectTo(c, clerkPaths.reset({ gesagt: 'ja' }))
    } catch (error) {
      return resetPage(c, { isSent: false, ...refusedOf(c, { what: 'reset', values }, error) })
    }
  })
  .get('/passwort/:token', (c) => linkPage(c, 'reset'))
  .post('/passwort/:token', (c) => usePassword(c, 'reset'))
  .get('/einladung/:token', (c) => linkPage(c, 'invitation'))
  .post('/einladung/:token', (c) => usePassword(c, 'invitation'))

type Shown = { refused?: Refused; error?: string | undefined; status?: AppError['status'] }

async function resetPage(c: C, { status, ...shown }: Shown & { isSent: boolean }) {
  const { reset: w } = words(c.var.language).account
  const frame = await clerkFrame(c, shown.isSent ? w.sentTitle : w.title)
  return sendPage(c, <ResetPage frame={frame} {...shown} />, { secret: true, status })
}

const tokenOf = (c: C) => c.req.param('token') ?? ''

async function usePassword(c: C, kind: LinkKind) {
  const values = await readForm(c)
  try {
    const input = SetPassword.safeParse(values)
    if (!input.success) throw invalid(fieldErrorsOf(input.error.issues))
    await setPasswordByLink(c.var.deps, { kind, token: tokenOf(c), ...input.data })
    return redirectTo(c, clerkPaths.signIn({ gesagt: 'passwort' }))
  } catch (error) {
    return linkPage(c, kind, refusedOf(c, { what: 'password', values }, error))
  }
}

async function linkPage(c: C, kind: LinkKind, { refused, status }: Shown = {}) {
  const { reset: w } = words(c.var.language).account
  try {
    const { person } = await openLink(c.var.deps, kind, tokenOf(c))
    const { name, email } = person
    const frame = await clerkFrame(c, kind === 'reset' ? w.newTitle : w.invitationTitle(name))
    const action = kind === 'reset' ? clerkPaths.resetLink(tokenOf(c)) : clerkPaths.invitation(tokenOf(c))
    const page = <NewPasswordPage {...{ frame, kind, action, name, email, refused }} />
    return sendPage(c, page, { secret: true, status })
  } catch (error) {
    if (!(error instanceof AppError) || error.reason !== 'link_over') throw error
    const frame = await clerkFrame(c, w.overTitle)
    return sendPage(c, <LinkOverPage frame={frame} />, { secret: true, status: 410 })
  }
}
