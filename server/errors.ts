/** What can go wrong in our own words: a closed list of codes, and a reason that is a key to be translated. */

export const HTTP_STATUS = {
  malformed: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  gone: 410,
  too_large: 413,
  invalid: 422,
  too_many: 429,
  unavailable: 503,
} as const

export type ErrorCode = keyof typeof HTTP_STATUS

/** One wrong field: where (JSON pointer) and why (key). */
export type FieldError = { pointer: string; reason: string; detail?: string }

export class AppError extends Error {
  override name = 'AppError'
  readonly code: ErrorCode
  readonly reason: string
  readonly errors: FieldError[]
  /** Facts the surface may show: the responsible town, what changed meanwhile. Never personal data. */
  readonly facts: Record<string, unknown>

  constructor(
    code: ErrorCode,
    reason: string,
    more: { errors?: FieldError[]; facts?: Record<string, unknown>; cause?: unknown } = {},
  ) {
    super(`${code}: ${reason}`, { cause: more.cause })
    this.code = code
    this.reason = reason
    this.errors = more.errors ?? []
    this.facts = more.facts ?? {}
  }

  get status() {
    return HTTP_STATUS[this.code]
  }
}

export const invalid = (errors: FieldError[]) => new AppError('invalid', 'invalid', { errors })
export const notFound = (reason = 'not_found') => new AppError('not_found', reason)
export const forbidden = (reason = 'forbidden') => new AppError('forbidden', reason)
export const conflict = (reason: string, facts?: Record<string, unknown>) => new AppError('conflict', reason, { facts })

/** A message that could not be handed over; `permanent` decides between trying again and giving up. */
export class DeliveryError extends Error {
  override name = 'DeliveryError'
  readonly reason: string
  readonly permanent: boolean
  /** What a clerk is to know beside the reason, in words. Never personal data. */
  readonly detail: string | undefined

  constructor(reason: string, options: { permanent: boolean; detail?: string; cause?: unknown }) {
    super(reason, { cause: options.cause })
    this.reason = reason
    this.permanent = options.permanent
    this.detail = options.detail
  }
}
