/** /amt/anmelden/rueckkehr, /amt/anmelden/<town>: sign-in with the town's own accounts. */
import { type Context, Hono } from 'hono'
import { OpenIdOnwardPage, OpenIdUnknownPage } from '../../../client/clerk/OpenIdPages.tsx'
import { words } from '../../../client/i18n/index.ts'
import { clerk as clerkPaths } from '../../../client/paths.ts'
import type { RegisteredTown } from '../../context.ts'
import { AppError } from '../../errors.ts'
import { beginOpenId, finishOpenId, openIdStepOf } from '../../people/open-id.ts'
import type { AppEnv } from '../app-env.ts'
import { dropToken, keepToken, readToken } from '../middleware/session.ts'
import { redirectTo, sendPage } from '../respond.ts'
import { sentenceOf } from '../when-again.ts'
import { clerkFrame } from './frame.ts'
import { enter, nextOf, visitOf } from './sign-in.tsx'
import { signInPage } from './sign-in-page.tsx'

type C = Context<AppEnv>

export const openIdPages = new Hono<AppEnv>()
  .get('/anmelden/rueckkehr', async (c) => {
    const { deps } = c.var
    const step = readToken(c, 'step') ?? ''
    const begun = await openIdStepOf(deps, step)
    const town = begun && (await deps.registry.town(begun.town))
    try {
      const answer = new URL(c.req.url).searchParams
      const { entered, next } = await finishOpenId(deps, { step, answer }, visitOf(c))
      if (entered.kind === 'session') dropToken(c, 'step')
      return enter(c, entered, nextOf(next))
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      if (error.reason === 'open_id_unknown' && town) return unknownPage(c, town)
      return refusedPage(c, { town, next: nextOf(begun?.next) }, error)
    }
  })
  .get('/anmelden/:town', async (c) => {
    const next = c.req.query('weiter')
    const town = await townOf(c)
    return town ? signInPage(c, { town, next: nextOf(next) }) : redirectTo(c, clerkPaths.signIn({ weiter: next }))
  })
  .post('/anmelden/:town', async (c) => {
    const { weiter } = await c.req.parseBody()
    const next = nextOf(weiter)
    const town = await townOf(c)
    if (!town) return redirectTo(c, clerkPaths.signIn())
    try {
      const { step, url } = await beginOpenId(c.var.deps, town, { ...visitOf(c), next })
      keepToken(c, 'step', step)
      return onwardPage(c, { name: town.signIn?.openId?.name ?? town.name, url })
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      return refusedPage(c, { town, next }, error)
    }
  })

/** Only where the town has accounts of its own. */
async function townOf(c: C): Promise<RegisteredTown | null> {
  const town = await c.var.deps.registry.town(c.req.param('town') ?? '')
  return town?.signIn?.openId ? town : null
}

/**
 * A page of ours and not a redirect: browsers hold a form's whole way to `form-action`, and where a town's sign-in leads
 * on to is the town's affair.
 */
async function onwardPage(c: C, { name, url }: { name: string; url: string }) {
  const frame = await clerkFrame(c, words(c.var.language).openId.onward.title(name))
  c.header('Refresh', `0; url=${url}`)
  return sendPage(c, <OpenIdOnwardPage frame={frame} name={name} url={url} />, { secret: true })
}

async function unknownPage(c: C, town: RegisteredTown) {
  dropToken(c, 'step')
  const frame = await clerkFrame(c, words(c.var.language).openId.unknown.title)
  const { key, name } = town
  return sendPage(c, <OpenIdUnknownPage frame={frame} town={{ key, name }} />, { secret: true, status: 403 })
}

type Begun = { town: RegisteredTown | null; next: string }

const refusedPage = (c: C, begun: Begun, error: AppError) =>
  signInPage(c, { ...begun, error: sentenceOf(c, error), status: error.status })
