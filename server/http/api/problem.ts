/** problem+json (RFC 9457), the one error mapper of our own API. */
import type { ErrorHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { AppError } from '../../errors.ts'
import type { AppEnv } from '../app-env.ts'
import { describeError } from '../describe-error.ts'
import { sentence } from '../field-errors.ts'
import { townUrl } from '../urls.ts'

/** Seconds, as the header has them (RFC 9110, 10.2.3). */
export const retryAfter = ({ facts }: AppError): Record<string, string> =>
  typeof facts.retryAfter === 'number' ? { 'Retry-After': String(facts.retryAfter) } : {}

export const problem: ErrorHandler<AppEnv> = (error, c) => {
  const { language, requestId, deps } = c.var
  if (error instanceof AppError) {
    const town = error.facts.town as { key: string; name: string; host?: string } | undefined
    return c.body(
      JSON.stringify({
        type: 'about:blank',
        status: error.status,
        title: sentence(language, error.reason),
        reason: error.reason,
        errors: error.errors.map((one) => ({ ...one, detail: one.detail ?? sentence(language, one.reason) })),
        ...(town ? { town: { key: town.key, name: town.name, url: `${townUrl(deps.publicUrl, town)}/` } } : {}),
        requestId,
      }),
      error.status,
      { 'Content-Type': 'application/problem+json; charset=utf-8', ...retryAfter(error) },
    )
  }
  const status = error instanceof HTTPException ? error.status : 500
  if (status >= 500) deps.log.error({ requestId, ...describeError(error) }, 'unexpected error')
  const reason =
    status === 400 ? 'malformed' : status === 413 ? 'too_large' : status === 404 ? 'not_found' : 'unexpected'
  return c.body(
    JSON.stringify({ type: 'about:blank', status, title: sentence(language, reason), reason, errors: [], requestId }),
    status,
    { 'Content-Type': 'application/problem+json; charset=utf-8' },
  )
}
