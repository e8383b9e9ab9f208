/** Errors in the standard's own form (GeoReport v2, "Errors"): 404 what is not there, 403 for keys, 400 for the rest. */
import type { Context, ErrorHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { words } from '../../../client/i18n/index.ts'
import { describeError } from '../../describe-error.ts'
import { AppError, type FieldError } from '../../errors.ts'
import type { OtherTown } from '../../ports.ts'
import type { AppEnv } from '../app-env.ts'
import { sentence } from '../field-errors.ts'
import { logOutage } from '../outage.ts'
import { sayWhenAgain } from '../when-again.ts'
import { answer } from './format.ts'

type C = Context<AppEnv>
type Told = { code: string; description: string }

export const failure: ErrorHandler<AppEnv> = (error, c) => {
  if (error instanceof AppError) {
    if (error.code === 'unavailable') logOutage(c, error)
    sayWhenAgain(c, error)
    return answer(c, 'errors', toldOf(c, error), statusOf(error))
  }
  const { language, requestId, deps } = c.var
  if (error instanceof HTTPException && error.status < 500) {
    const status = error.status === 404 || error.status === 403 ? error.status : 400
    return answer(c, 'errors', [{ code: String(error.status), description: sentence(language, 'malformed') }], status)
  }
  deps.log.error({ requestId, ...describeError(error) }, 'unexpected error')
  return answer(c, 'errors', [{ code: '500', description: words(language).open311.unexpected(requestId) }], 500)
}

function statusOf({ code, errors }: AppError): ContentfulStatusCode {
  if (errors.some(({ reason }) => reason === 'category_unknown')) return 404
  if (code === 'not_found' || code === 'gone') return 404
  if (code === 'forbidden' || code === 'unauthenticated') return 403
  return code === 'too_many' ? 429 : code === 'unavailable' ? 503 : 400
}

/** The code may say more than the status does. */
function toldOf(c: C, error: AppError): Told[] {
  const { language } = c.var
  const status = statusOf(error)
  const code = String(error.code === 'invalid' || status !== 400 ? status : error.status)
  const town = error.facts.town as OtherTown | undefined
  if (town) {
    const { otherTown, county } = words(language).open311
    const say = error.reason === 'county_answers' ? county : otherTown
    return [{ code, description: say(town.name, town.key) }]
  }
  if (error.errors.length === 0) return [{ code, description: said(c, error.reason) }]
  return error.errors.map((one) => ({ code, description: fieldSentence(c, one) }))
}

function fieldSentence(c: C, { pointer, reason, detail }: FieldError): string {
  const field = fieldOf(pointer)
  const text = detail ?? said(c, reason)
  return field ? `${field}: ${text}` : text
}

function said({ var: { language } }: C, reason: string): string {
  const { reasons } = words(language).open311
  return Object.hasOwn(reasons, reason) ? reasons[reason]! : sentence(language, reason)
}

/** Our names of fields as the standard calls them. */
const FIELDS: Record<string, string> = {
  '/category': 'service_code',
  '/lon': 'long',
  '/address': 'address_string',
  '/contact/email': 'email',
  '/contact/phone': 'phone',
  '/contact/name': 'first_name',
}

function fieldOf(pointer: string): string {
  const question = /^\/answers\/(.+)$/.exec(pointer)?.[1]
  return question ? `attribute[${question}]` : (FIELDS[pointer] ?? pointer.slice(1))
}
