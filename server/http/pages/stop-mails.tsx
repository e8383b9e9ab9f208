/** {base}/abmelden/{token}: no more mails, or "not from me". Opening it changes nothing; both choices are a POST. */
import { type Context, Hono } from 'hono'
import { StopMails, type StopMailsState } from '../../../client/citizen/StopMails.tsx'
import { words } from '../../../client/i18n/index.ts'
import { town as townPaths } from '../../../client/paths.ts'
import { AppError } from '../../errors.ts'
import { disownReport, readReach, stopMails } from '../../reports/stop-mails.ts'
import type { AppEnv } from '../app-env.ts'
import { redirectTo, sendPage } from '../respond.ts'
import { documentOf } from './document-of.tsx'

type C = Context<AppEnv>

export const stop = new Hono<AppEnv>()
  .get('/:token', async (c) => statePage(c))
  .post('/:token', async (c) => {
    const form = await c.req.parseBody()
    const isOneClick = form['List-Unsubscribe'] === 'One-Click'
    try {
      if (form.wunsch === 'nicht-von-mir') await disownReport(c.var.ctx, tokenOf(c))
      else if (isOneClick || form.wunsch === 'keine-mails') await stopMails(c.var.ctx, tokenOf(c))
    } catch (error) {
      return unknownPage(c, error)
    }
    // A mailbox that posts by itself follows no redirect (RFC 8058, 3.1).
    return isOneClick ? statePage(c) : redirectTo(c, townPaths(c.var.base).stopMails(tokenOf(c)))
  })

const tokenOf = (c: C) => c.req.param('token') ?? ''

async function statePage(c: C) {
  try {
    const { number, left } = await readReach(c.var.ctx, tokenOf(c))
    return page(c, left, number)
  } catch (error) {
    return unknownPage(c, error)
  }
}

function unknownPage(c: C, error: unknown) {
  if (!(error instanceof AppError) || error.code !== 'not_found') throw error
  return page(c, 'unknown')
}

function page(c: C, state: StopMailsState, number?: number) {
  const { language, town, base } = c.var
  const title = words(language).citizen.stopMails.title[state]
  const action = townPaths(base).stopMails(tokenOf(c))
  const content = (
    <StopMails
      language={language}
      state={state}
      number={number}
      town={town.member ? town.officialName : undefined}
      action={action}
    />
  )
  return sendPage(c, documentOf(c, { title, secret: true }, content), {
    secret: true,
    status: state === 'unknown' ? 404 : 200,
  })
}
