/** Something we stand on is away: told to whoever runs it, and to the asking program when to come back. */
import type { Context } from 'hono'
import { describeError } from '../describe-error.ts'
import type { AppError } from '../errors.ts'
import type { AppEnv } from './app-env.ts'

/** What the sentence says too: in a minute. */
const COME_BACK_SECONDS = '60'

export function logOutage(c: Context<AppEnv>, error: AppError): void {
  c.header('Retry-After', COME_BACK_SECONDS)
  const { requestId, deps } = c.var
  deps.log.error({ requestId, reason: error.reason, ...describeError(error.cause ?? error) }, 'unavailable')
}
