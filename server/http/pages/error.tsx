/** Errors as pages that help: the one mapper of everything people look at. */
import type { Context, ErrorHandler, NotFoundHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { ErrorPage } from '../../../client/citizen/ErrorPage.tsx'
import { TooMany } from '../../../client/citizen/TooMany.tsx'
import { formatDateTime, words } from '../../../client/i18n/index.ts'
import { town as townPaths } from '../../../client/paths.ts'
import { describeError } from '../../describe-error.ts'
import { AppError } from '../../errors.ts'
import type { AppEnv } from '../app-env.ts'
import { sentence } from '../field-errors.ts'
import { logOutage } from '../outage.ts'
import { sendPage } from '../respond.ts'
import { sayWhenAgain } from '../when-again.ts'
import { documentOf, townFace } from './document-of.tsx'

export const pageError: ErrorHandler<AppEnv> = (error, c) => {
  if (error instanceof AppError) {
    if (error.code === 'unavailable') logOutage(c, error)
    const seconds = sayWhenAgain(c, error)
    if (error.code === 'too_many' && seconds !== null && c.var.town) return tooManyPage(c, seconds)
    return errorPage(c, error.status, sentence(c.var.language, error.reason))
  }
  if (error instanceof HTTPException && error.status < 500) return errorPage(c, error.status as ContentfulStatusCode)
  c.var.deps.log.error({ requestId: c.var.requestId, ...describeError(error) }, 'unexpected error')
  return errorPage(c, 500)
}

export const pageNotFound: NotFoundHandler<AppEnv> = (c) => errorPage(c, 404)

async function tooManyPage(c: Context<AppEnv>, seconds: number) {
  const { language, town, base, deps } = c.var
  const now = deps.now()
  // Rounded up to the minute that is said.
  const again = new Date(Math.ceil((now.getTime() + seconds * 1000) / MINUTE_MS) * MINUTE_MS)
  const draft = /\/melden\/(?!fotos)([^/]+)/.exec(c.req.path)?.[1]
  const page = (
    <TooMany
      language={language}
      town={townFace(c)}
      again={formatDateTime(language, again, now)}
      phone={town.contact.phone}
      draftHref={draft && townPaths(base).draft(draft)}
      typed={draft ? undefined : await typedIn(c)}
    />
  )
  const title = words(language).citizen.errorPage.title[429]
  return sendPage(c, documentOf(c, { title, secret: true }, page), { status: 429, secret: true })
}

const MINUTE_MS = 60_000
const MOST_READ_BYTES = 64 * 1024

/** The words of a form that was not read: they are given back. */
async function typedIn(c: Context<AppEnv>): Promise<string | undefined> {
  if (Number(c.req.header('Content-Length')) > MOST_READ_BYTES) return undefined
  const form = await c.req.parseBody().catch(() => ({}) as Record<string, unknown>)
  const text = form.description ?? form.text
  return typeof text === 'string' && text.trim() ? text : undefined
}

function errorPage(c: Context<AppEnv>, status: ContentfulStatusCode, reason?: string) {
  const { language, requestId, town } = c.var
  const { errorPage } = words(language).citizen
  const title = (errorPage.title as Record<number, string>)[status] ?? errorPage.title[500]
  const page = (
    <ErrorPage language={language} status={status} sentence={reason} requestId={requestId} town={town && townFace(c)} />
  )
  return sendPage(c, documentOf(c, { title, noindex: true }, page), { status, secret: true })
}
