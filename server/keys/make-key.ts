/** A key for another system: shown once, kept as its hash. */
import { z } from 'zod'
import { SCOPES } from '../../db/schema/interfaces.ts'
import { type Ctx, inTransaction } from '../context.ts'
import { conflict, invalid } from '../errors.ts'
import { idOfSent, Once } from '../once.ts'
import { requireAdmin } from '../people/permissions.ts'
import { plainText } from '../plain-text.ts'
import { hashOf, randomToken } from '../secrets.ts'
import { addKeyRow } from './rows.ts'

/** Told apart from other secrets by whoever finds one in a file. */
const PREFIX = 'aw_'
const ENDING = 4

export const MakeKey = z.object({
  name: plainText().trim().min(2).max(80),
  scopes: z.array(z.enum(SCOPES)).min(1).max(SCOPES.length),
  department: z.preprocess((value) => (value === '' ? undefined : value), z.string().max(63).optional()),
  perHour: z.coerce.number().int().min(1).max(100_000).default(600),
  once: Once,
})

/** @returns the key itself, which nobody can read again. @throws conflict `key_shown` for the same form again */
export async function makeKey(ctx: Ctx, input: z.infer<typeof MakeKey>): Promise<{ id: string; key: string }> {
  const admin = requireAdmin(ctx)
  const { name, perHour, department = null } = input
  if (department !== null && !ctx.town.departments.some(({ key }) => key === department))
    throw invalid([{ pointer: '/department', reason: 'department_unknown' }])
  const id = await idOfSent(ctx, input)
  const key = PREFIX + randomToken()
  const isNew = await inTransaction(ctx, async (ctx) =>
    addKeyRow(ctx, {
      id,
      name,
      keyHash: await hashOf(key),
      ending: key.slice(-ENDING),
      scopes: SCOPES.filter((scope) => input.scopes.includes(scope)),
      department,
      perHour,
      createdAt: ctx.now(),
      createdBy: admin.personId,
    }),
  )
  if (!isNew) throw conflict('key_shown')
  return { id, key }
}
