/** Errors as pages that help: the one mapper of everything people look at. */
import type { Context, ErrorHandler, NotFoundHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { ErrorPage } from '../../../client/citizen/ErrorPage.tsx'
import { words } from '../../../client/i18n/index.ts'
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
    sayWhenAgain(c, error)
    return errorPage(c, error.status, sentence(c.var.language, error.reason))
  }
  if (error instanceof HTTPException && error.status < 500) return errorPage(c, error.status as ContentfulStatusCode)
  c.var.deps.log.error({ requestId: c.var.requestId, ...describeError(error) }, 'unexpected error')
  return errorPage(c, 500)
}

export const pageNotFound: NotFoundHandler<AppEnv> = (c) => errorPage(c, 404)

function errorPage(c: Context<AppEnv>, status: ContentfulStatusCode, reason?: string) {
  const { language, requestId, town } = c.var
  const { errorPage } = words(language).citizen
  const title = (errorPage.title as Record<number, string>)[status] ?? errorPage.title[500]
  const page = (
    <ErrorPage language={language} status={status} sentence={reason} requestId={requestId} town={town && townFace(c)} />
  )
  return sendPage(c, documentOf(c, { title, noindex: true }, page), { status, secret: true })
}
