/** A begun report kept on the server for somebody without script or on the way to another town. */
import { type Ctx, inTransaction } from '../context.ts'
import { AppError } from '../errors.ts'
import { hashOf, randomToken } from '../secrets.ts'
import { addDraftRow, findDraftRow } from './rows.ts'

const KEPT_MS = 48 * 3_600_000

export type DraftFields = Record<string, unknown>

/** Keeps the fields in the ctx's town. Returns the secret part of `{base}/melden/{draft}`. */
export async function keepDraft(ctx: Ctx, fields: DraftFields): Promise<string> {
  const token = randomToken()
  const tokenHash = await hashOf(token)
  const createdAt = ctx.now()
  const expiresAt = new Date(createdAt.getTime() + KEPT_MS)
  await inTransaction(ctx, (ctx) =>
    addDraftRow(ctx, { id: crypto.randomUUID(), tokenHash, fields, createdAt, expiresAt }),
  )
  return token
}

/** @throws gone when it is unknown, over, or another town's */
export async function readDraft(ctx: Ctx, token: string): Promise<DraftFields> {
  const tokenHash = await hashOf(token)
  return inTransaction(ctx, async (ctx) => {
    const row = await findDraftRow(ctx, tokenHash)
    if (!row) throw new AppError('gone', 'draft_over')
    return row.fields
  })
}
