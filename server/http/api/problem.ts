/** problem+json (RFC 9457), the one error mapper of our own API. */
import type { ErrorHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { describeError } from '../../describe-error.ts'
import { AppError } from '../../errors.ts'
import type { AppEnv } from '../app-env.ts'
import { sentence } from '../field-errors.ts'
import { logOutage } from '../outage.ts'
import { townUrl } from '../urls.ts'
import { sayWhenAgain } from '../when-again.ts'

export const problem: ErrorHandler<AppEnv> = (error, c) => {
  const { language, requestId, deps } = c.var
  if (error instanceof AppError) {
    if (error.code === 'unavailable') logOutage(c, error)
    sayWhenAgain(c, error)
    const town = error.facts.town as { key: string; name: string; host?: string } | undefined
    return c.body(
      JSON.stringify({
        type: 'about:blank',
        status: error.status,
        title: sentence(language, error.reason),
        reason: error.reason,
        errors: error.errors.map((one) => ({ ...one, detail: one.detail ?? sentence(language, one.reason) })),
        ...changesIn(error),
        ...(town ? { town: { key: town.key, name: town.name, url: `${townUrl(deps.publicUrl, town)}/` } } : {}),
        requestId,
      }),
      error.status,
      { 'Content-Type': 'application/problem+json; charset=utf-8' },
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

/** What happened since the version that was sent, where the surface has said so. */
function changesIn({ facts: { version, changes } }: AppError) {
  return changes ? { version, changes } : {}
}
