/** Errors as pages that help: the one mapper of everything people look at. */
import type { Context, ErrorHandler, NotFoundHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { ErrorPage, type ErrorPageProps } from '../../../client/citizen/ErrorPage.tsx'
import { formatDateTime, words } from '../../../client/i18n/index.ts'
import { town as townPaths } from '../../../client/paths.ts'
import type { Language } from '../../../tenants/languages.ts'
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
    if (error.code === 'too_many' && seconds !== null && c.var.town)
      return notNowPage(c, 429, tooMuch(c.var.language, c.var.deps.now(), seconds))
    const reason = sentence(c.var.language, error.reason)
    return error.code === 'unavailable' ? notNowPage(c, 503, reason) : errorPage(c, error.status, reason)
  }
  if (error instanceof HTTPException && error.status < 500) return errorPage(c, error.status as ContentfulStatusCode)
  c.var.deps.log.error({ requestId: c.var.requestId, ...describeError(error) }, 'unexpected error')
  return notNowPage(c, 500)
}

export const pageNotFound: NotFoundHandler<AppEnv> = (c) => errorPage(c, 404)

function tooMuch(language: Language, now: Date, seconds: number): string {
  const { lead, again } = words(language).protection.limits
  // Rounded up to the minute that is said.
  const at = new Date(Math.ceil((now.getTime() + seconds * 1000) / MINUTE_MS) * MINUTE_MS)
  return `${lead} ${again(formatDateTime(language, at, now))}`
}

const MINUTE_MS = 60_000

/** It would have been right: says whom to call meanwhile, and gives back what was written. */
async function notNowPage(c: Context<AppEnv>, status: 429 | 500 | 503, reason?: string) {
  const { town, base } = c.var
  const draft = /\/melden\/(?!fotos)([^/]+)/.exec(c.req.path)?.[1]
  const isKept = status === 429 && draft !== undefined
  return errorPage(c, status, reason, {
    phone: town?.contact.phone,
    draftHref: isKept && base !== undefined ? townPaths(base).draft(draft) : undefined,
    typed: isKept ? [] : await typedIn(c),
  })
}

/** Of somebody who is told to wait, no more is read than this. */
const MOST_READ_BYTES = 64 * 1024
/** Names of what people write at length. */
const WRITTEN = ['description', 'text', 'answer', 'reason', 'message']

/** The words of a form whose work was not done: they are given back. */
async function typedIn(c: Context<AppEnv>): Promise<string[]> {
  if (c.req.method !== 'POST') return []
  const isRead = Object.keys(c.req.bodyCache).length > 0
  if (!isRead && Number(c.req.header('Content-Length')) > MOST_READ_BYTES) return []
  const form = await c.req.parseBody().catch(() => ({}) as Record<string, unknown>)
  return WRITTEN.map((name) => form[name]).filter((text) => typeof text === 'string' && text.trim() !== '') as string[]
}

type Help = Pick<ErrorPageProps, 'phone' | 'draftHref' | 'typed'>

function errorPage(c: Context<AppEnv>, status: ContentfulStatusCode, reason?: string, help: Help = {}) {
  const { language, requestId, town } = c.var
  const { errorPage } = words(language).citizen
  const title = (errorPage.title as Record<number, string>)[status] ?? errorPage.title[500]
  const page = (
    <ErrorPage
      language={language}
      status={status}
      sentence={reason}
      // Whoever came too often has nothing to ask.
      requestId={status === 429 ? undefined : requestId}
      town={town && townFace(c)}
      {...help}
    />
  )
  // Somebody's words, or the way to their draft.
  const isPrivate = help.draftHref !== undefined || Boolean(help.typed?.length)
  return sendPage(c, documentOf(c, { title, noindex: true, secret: isPrivate }, page), { status, secret: true })
}
