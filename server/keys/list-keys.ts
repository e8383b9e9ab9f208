/** Keys of a town, for its admin: everything but what opens the door. */
import { type Ctx, inTransaction } from '../context.ts'
import { requireAdmin } from '../people/permissions.ts'
import { type KeyRow, listKeyRows } from './rows.ts'

export type ListedKey = Omit<KeyRow, 'town' | 'keyHash'>

export async function listKeys(ctx: Ctx): Promise<ListedKey[]> {
  requireAdmin(ctx)
  const rows = await inTransaction(ctx, listKeyRows)
  return rows.map(({ town: _town, keyHash: _hash, ...row }) => row)
}
