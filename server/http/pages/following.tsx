/** {base}/folgen/{token}: a follower confirms or ends. Opening it changes nothing; both are a POST. */
import { type Context, Hono } from 'hono'
import { Following, type FollowingState } from '../../../client/citizen/Following.tsx'
import { words } from '../../../client/i18n/index.ts'
import { town as townPaths } from '../../../client/paths.ts'
import { AppError } from '../../errors.ts'
import { confirmFollowing, endFollowing, readFollowing } from '../../reports/follow-by-link.ts'
import type { AppEnv } from '../app-env.ts'
import { redirectTo, sendPage } from '../respond.ts'
import { documentOf } from './document-of.tsx'

type C = Context<AppEnv>

export const following = new Hono<AppEnv>()
  .get('/:token', async (c) => statePage(c))
  .post('/:token', async (c) => {
    const form = await c.req.parseBody()
    const isOneClick = form['List-Unsubscribe'] === 'One-Click'
    try {
      if (isOneClick || form.wunsch === 'nicht-folgen') await endFollowing(c.var.ctx, tokenOf(c))
      else if (form.wunsch === 'folgen') await confirmFollowing(c.var.ctx, tokenOf(c))
    } catch (error) {
      return unknownPage(c, error)
    }
    // A mailbox that posts by itself follows no redirect (RFC 8058, 3.1).
    return isOneClick ? statePage(c) : redirectTo(c, townPaths(c.var.base).following(tokenOf(c)))
  })

const tokenOf = (c: C) => c.req.param('token') ?? ''

async function statePage(c: C) {
  try {
    const { number, isShown, state } = await readFollowing(c.var.ctx, tokenOf(c))
    return page(c, state, { number, reportHref: isShown ? townPaths(c.var.base).publicReport(number) : undefined })
  } catch (error) {
    return unknownPage(c, error)
  }
}

function unknownPage(c: C, error: unknown) {
  if (!(error instanceof AppError) || error.code !== 'not_found') throw error
  return page(c, 'unknown')
}

function page(c: C, state: FollowingState, about: { number?: number; reportHref?: string | undefined } = {}) {
  const { language, base } = c.var
  const title = words(language).after.follow.page.title[state]
  const action = townPaths(base).following(tokenOf(c))
  const content = <Following language={language} state={state} action={action} {...about} />
  return sendPage(c, documentOf(c, { title, secret: true }, content), {
    secret: true,
    status: state === 'unknown' ? 404 : 200,
  })
}
