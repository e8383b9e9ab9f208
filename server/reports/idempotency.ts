/** A sending that comes twice is filed once. */
import type { TxCtx } from '../context.ts'
import { AppError } from '../errors.ts'
import { hashOf } from '../secrets.ts'
import { claimKeyRow, findKeyRow, getKeyRow, type KeyRow } from './idempotency-rows.ts'
import { findReportIdByOrigin, type Origin } from './rows.ts'

const KEPT_MS = 30 * 86_400_000

/**
 * Claims the key for a new report, first thing in the transaction: a concurrent twin waits here until the other has
 * committed. Returns the id of the earlier report if the key was used for the same content.
 * @throws invalid `key_reused` if it was used for another content
 */
export async function claimIdempotencyKey(
  ctx: TxCtx,
  key: string,
  content: unknown,
  reportId: string,
): Promise<string | null> {
  const keyHash = await hashOf(key)
  const contentHash = await hashOf(canonical(content))
  const expiresAt = new Date(ctx.now().getTime() + KEPT_MS)
  if (await claimKeyRow(ctx, { key: keyHash, contentHash, reportId, expiresAt })) return null
  return sameContent(await getKeyRow(ctx, keyHash), contentHash)
}

/**
 * Id of the report that was filed with the key before; null for a new key.
 * @throws as claimIdempotencyKey
 */
export async function findEarlier(ctx: TxCtx, key: string, content: unknown): Promise<string | null> {
  const earlier = await findKeyRow(ctx, await hashOf(key))
  return earlier && sameContent(earlier, await hashOf(canonical(content)))
}

/**
 * Takes a report from elsewhere for this id, unless it is here already: then the id it has. A twin that comes at the
 * same time waits here as for any other key; afterwards the report itself tells, for ever.
 */
export async function claimOrigin(ctx: TxCtx, origin: Origin, reportId: string): Promise<string | null> {
  const earlier = await findReportIdByOrigin(ctx, origin)
  return earlier ?? claimIdempotencyKey(ctx, `${origin.source} ${origin.ref}`, {}, reportId)
}

function sameContent({ contentHash, reportId }: KeyRow, wanted: string): string {
  if (contentHash === wanted) return reportId
  throw new AppError('invalid', 'key_reused', { errors: [{ pointer: '', reason: 'key_reused' }] })
}

/** The same fields in any order make the same text. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value).filter(([, one]) => one !== undefined)
    return `{${entries
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, one]) => `${JSON.stringify(name)}:${canonical(one)}`)
      .join(',')}}`
  }
  return JSON.stringify(value)
}
