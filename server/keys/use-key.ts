/** Who comes with a key. */
import type { Scope } from '../../db/schema/interfaces.ts'
import { type Ctx, inTransaction, type KeyActor } from '../context.ts'
import { forbidden } from '../errors.ts'
import { countAll } from '../limits/count.ts'
import { hashOf } from '../secrets.ts'
import { findKeyRow, touchKeyRow } from './rows.ts'

const HOUR_MS = 3_600_000
/** Ours have 46 signs. */
const LONGEST = 200

/** Whose key it is, for what everybody may read and one reads a little more of. Null for none that is good here. */
export async function keyIdOf(ctx: Ctx, key: string | undefined): Promise<string | null> {
  if (!key || key.length > LONGEST) return null
  const keyHash = await hashOf(key)
  const row = await inTransaction(ctx, (ctx) => findKeyRow(ctx, keyHash))
  return row && !row.endedAt ? row.id : null
}

/**
 * @returns the ctx of the system the key was made for
 * @throws forbidden `key_unknown` for none, a wrong, an ended or another town's; `key_not_for_this` for one without the
 * scope; too_many
 */
export async function useKey(ctx: Ctx, key: string | undefined, scope: Scope): Promise<Ctx & { actor: KeyActor }> {
  if (!key || key.length > LONGEST) throw forbidden('key_unknown')
  const keyHash = await hashOf(key)
  const row = await inTransaction(ctx, async (ctx) => {
    const row = await findKeyRow(ctx, keyHash)
    if (row && !row.endedAt) await touchKeyRow(ctx, row.id)
    return row
  })
  if (!row || row.endedAt) throw forbidden('key_unknown')
  if (!row.scopes.includes(scope)) throw forbidden('key_not_for_this')
  const { database, secret, now } = ctx
  const counted = { what: 'key', who: `${ctx.town.key} ${row.id}`, most: row.perHour, windowMs: HOUR_MS }
  await countAll({ database, secret, now }, [counted])
  const { id: keyId, name, scopes, department } = row
  return { ...ctx, actor: { kind: 'key', keyId, name, scopes, department } }
}
