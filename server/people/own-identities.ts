/** The town's own account of somebody who is signed in. */
import { z } from 'zod'
import { conflict } from '../errors.ts'
import { listIdentityRows, removeIdentityRow } from './identity-rows.ts'
import { noteSecurity, type Office } from './office.ts'
import type { SignedIn } from './sessions.ts'

export const RemoveIdentity = z.object({ issuer: z.string().min(1).max(1000) })

export async function listIdentities({ database }: Office, { personId }: SignedIn) {
  const rows = await database.inTransaction(null, (db) => listIdentityRows(db, personId))
  return rows.map(({ issuer, linkedAt }) => ({ issuer, linkedAt }))
}

/** @throws conflict `open_id_only_way` for somebody without a password, or when it was gone already */
export async function removeIdentity(
  office: Office,
  { personId }: SignedIn,
  { issuer }: z.infer<typeof RemoveIdentity>,
): Promise<void> {
  const isRemoved = await office.database.inTransaction(null, (db) => removeIdentityRow(db, personId, issuer))
  if (!isRemoved) throw conflict('open_id_only_way')
  noteSecurity(office, 'identity_removed', { person: personId, by: personId })
}
