/** {base}/auftrag/{token}: one report for somebody outside. Reading changes nothing; every step is a POST. */
import { type Context, Hono } from 'hono'
import { OutsideDead, type OutsideEnding } from '../../../client/citizen/OutsideDead.tsx'
import { words } from '../../../client/i18n/index.ts'
import { town as townPaths } from '../../../client/paths.ts'
import { AppError, notFound } from '../../errors.ts'
import { readOutside } from '../../reports/read-outside.ts'
import { renewOutsideLink } from '../../reports/renew-outside-link.ts'
import type { AppEnv } from '../app-env.ts'
import { buildCtx } from '../build-ctx.ts'
import { sendPhoto } from '../photos.ts'
import { redirectTo, sendPage } from '../respond.ts'
import { documentOf } from './document-of.tsx'
import { changeOf } from './outside-changes.ts'
import { outsidePage, problemsOf } from './outside-page.tsx'

type C = Context<AppEnv>

export const outside = new Hono<AppEnv>()
  .get('/:token', async (c) => {
    try {
      return outsidePage(c, await readOutside(c.var.ctx, tokenOf(c)), { noun: c.req.query('getan') })
    } catch (error) {
      return deadPage(c, error)
    }
  })
  .get('/:token/fotos/:id', (c) => picture(c, c.req.param('id'), false))
  .get('/:token/fotos/:id/klein', (c) => picture(c, c.req.param('id'), true))
  .post('/:token/neuer-link', async (c) => {
    try {
      await renewOutsideLink(c.var.ctx, tokenOf(c))
    } catch (error) {
      return deadPage(c, error)
    }
    return redirectTo(c, `${townPaths(c.var.base).outside(tokenOf(c))}?getan=neuer-link`)
  })
  .post('/:token/:noun', async (c) => {
    try {
      return await work(c, c.req.param('noun'))
    } catch (error) {
      return deadPage(c, error)
    }
  })

async function picture(c: C, id: string, isSmall: boolean) {
  const { photos } = await readOutside(c.var.ctx, tokenOf(c))
  const photo = photos.find((one) => one.id === id)
  if (!photo) throw notFound('photo_not_found')
  return sendPhoto(c, photo, { isSmall })
}

async function work(c: C, noun: string): Promise<Response> {
  const { ctx, deps, town, language, base } = c.var
  const token = tokenOf(c)
  const seen = await readOutside(ctx, token)
  const { report, recipient } = seen
  const change = changeOf(recipient, noun)
  if (!change) throw notFound()
  const values = await readForm(c)
  const input = change.schema.safeParse({
    ...Object.fromEntries(Object.entries(change.fields).map(([to, from]) => [to, values[from]])),
    number: report.number,
    version: values.version,
  })
  if (!input.success) {
    const errors = problemsOf(c, change.fields, input.error)
    return outsidePage(c, seen, errors.length > 0 ? { values, errors } : { values, since: report.version })
  }
  const actor = { kind: 'outside', reportId: report.id, recipient } as const
  try {
    await change.run(buildCtx(deps, town, actor, language), input.data as never)
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'conflict') throw error
    return outsidePage(c, await readOutside(ctx, token), { values, since: Number(values.version) })
  }
  return redirectTo(c, `${townPaths(base).outside(token)}?getan=${noun}`)
}

const tokenOf = (c: C) => c.req.param('token') ?? ''

/** What ended the link, as its page and its status. The last step of whoever worked by it ends it too. */
function deadPage(c: C, error: unknown) {
  if (!(error instanceof AppError)) throw error
  const why = ENDINGS[error.reason]
  if (!why) throw error
  const { language, town, base } = c.var
  const said = AFTERWARDS[`${c.req.query('getan')} ${why}`] ?? why
  const renewHref = said === 'expired' ? townPaths(base).outsideAction(tokenOf(c), 'neuer-link') : undefined
  const page = <OutsideDead language={language} why={said} town={town.officialName} renewHref={renewHref} />
  const title = words(language).outside.dead[said].title
  const status = said === why ? error.status : 200
  return sendPage(c, documentOf(c, { title, secret: true }, page), { secret: true, status })
}

const ENDINGS: Record<string, OutsideEnding> = {
  link_unknown: 'unknown',
  link_revoked: 'revoked',
  link_expired: 'expired',
  not_possible_now: 'closed',
  too_many: 'tooMany',
}
const AFTERWARDS: Record<string, OutsideEnding> = {
  'rueckmeldung revoked': 'returned',
  'abgabe revoked': 'handedOver',
  'neuer-link expired': 'renewed',
}

async function readForm(c: C): Promise<Record<string, string>> {
  const form = await c.req.parseBody()
  return Object.fromEntries(
    Object.entries(form).filter((entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== ''),
  )
}
