/** Links by mail into an account. The token is derived, so that it lies nowhere; the table keeps its hash. */
import type { Db } from '../../db/client.ts'
import { derive, hashOf } from '../secrets.ts'
import { addLinkRow, type LinkKind, type LinkRow } from './account-rows.ts'

export const LINK_LIFE_MS: Record<LinkKind, number> = { reset: 3_600_000, invitation: 7 * 86_400_000 }

type Named = Pick<LinkRow, 'kind' | 'personId' | 'createdAt'>

/** The token of a link that was made with `addLink`. */
export const linkToken = (secret: string, { kind, personId, createdAt }: Named): Promise<string> =>
  derive(secret, 'person link', kind, personId, createdAt.getTime())

/** @returns the link; its token comes from `linkToken` */
export async function addLink(
  db: Db,
  secret: string,
  { createdBy = null, ...named }: Named & { createdBy?: string | null },
): Promise<Named> {
  const expiresAt = new Date(named.createdAt.getTime() + LINK_LIFE_MS[named.kind])
  await addLinkRow(db, { ...named, createdBy, tokenHash: await hashOf(await linkToken(secret, named)), expiresAt })
  return named
}
