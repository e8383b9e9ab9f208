/** The link by which a follower confirms and ends. Derived; kept nowhere, not even as a hash. */
import { z } from 'zod'
import type { Ctx, TxCtx } from '../context.ts'
import { notFound } from '../errors.ts'
import { derive, hashOf } from '../secrets.ts'
import { type FollowerRow, findFollowerRow } from './follower-rows.ts'

/** Letters of a UUID. */
const ID_LENGTH = 36

/** Token of `{base}/folgen/{token}`: whose it is, and the proof that a mail has reached them. */
export async function followToken(ctx: Ctx | TxCtx, { id }: Pick<FollowerRow, 'id'>): Promise<string> {
  return `${id}-${await derive(ctx.secret, 'follow', ctx.town.key, id)}`
}

/** @throws not_found for any other token, and once an unconfirmed one is over */
export async function getFollowerByToken(ctx: TxCtx, token: string): Promise<FollowerRow> {
  const id = z.uuid().safeParse(token.slice(0, ID_LENGTH))
  const follower = id.success ? await findFollowerRow(ctx, id.data) : null
  // Compared as hashes, so that the time it takes tells nothing of the token.
  const fits = follower && (await hashOf(await followToken(ctx, follower))) === (await hashOf(token))
  if (!fits) throw notFound('link_unknown')
  return follower
}
