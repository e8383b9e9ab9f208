import { z } from 'zod'
import { type Ctx, inTransaction } from '../context.ts'
import { conflict, DeliveryError, invalid } from '../errors.ts'
import { idOfSent, Once } from '../once.ts'
import { requireAdmin } from '../people/permissions.ts'
import type { Outgoing } from '../ports.ts'
import { EVENT_TYPES } from './event-types.ts'
import { addWebhookRow } from './rows.ts'
import { randomSecret, sealSecret } from './signature.ts'

const LONGEST_URL = 2000

export const MakeWebhook = z.object({
  url: z
    .string()
    .trim()
    .max(LONGEST_URL)
    .refine((url) => url !== '', 'webhook_url_missing'),
  /** Without it the whole town. */
  department: z.preprocess((value) => (value === '' ? undefined : value), z.string().max(63).optional()),
  types: z
    .array(z.enum(EVENT_TYPES as [string, ...string[]]))
    .refine((types) => types.length > 0, 'webhook_types_missing'),
  once: Once,
})

/**
 * @returns the secret too, which is shown this once
 * @throws invalid for an address that may not be called, or whose name nobody knows; conflict `webhook_shown` with its id
 * for the same form again
 */
export async function makeWebhook(
  ctx: Ctx,
  outgoing: Outgoing,
  input: z.infer<typeof MakeWebhook>,
): Promise<{ id: string; secret: string }> {
  const admin = requireAdmin(ctx)
  const { department = null } = input
  if (department !== null && !ctx.town.departments.some(({ key }) => key === department))
    throw invalid([{ pointer: '/department', reason: 'department_unknown' }])
  const url = await callable(outgoing, input.url)
  const id = await idOfSent(ctx, input)
  const secret = randomSecret()
  const sealed = await sealSecret(ctx, id, secret)
  // All there are is also all there will be.
  const types = EVENT_TYPES.every((type) => input.types.includes(type)) ? [] : input.types
  const isNew = await inTransaction(ctx, (ctx) =>
    addWebhookRow(ctx, { id, url, department, types, secret: sealed, createdBy: admin.personId }),
  )
  if (!isNew) throw conflict('webhook_shown', { id })
  return { id, secret }
}

/** As it will be called: without a fragment, which nobody would get. */
async function callable(outgoing: Outgoing, text: string): Promise<string> {
  const url = URL.canParse(text) ? new URL(text) : null
  if (!url) throw wrong('webhook_url_wrong')
  if (url.username || url.password) throw wrong('webhook_url_credentials')
  url.hash = ''
  try {
    await outgoing.check(url.href)
  } catch (error) {
    if (!(error instanceof DeliveryError)) throw error
    if (error.reason === 'unreachable') throw wrong('webhook_url_unknown')
    throw wrong(url.protocol === 'https:' ? 'webhook_url_inner' : 'webhook_url_not_https')
  }
  return url.href
}

const wrong = (reason: string) => invalid([{ pointer: '/url', reason }])
