/** Somebody begins a report: from here on the server keeps what was typed. */
import { type Ctx, inTransaction } from '../context.ts'
import { AppError } from '../errors.ts'
import { addDueWork } from '../reports/record-event.ts'
import { hashOf } from '../secrets.ts'
import type { DraftFields } from './draft-fields.ts'
import { addDraftRow, changeDraftRow, findDraftRow } from './rows.ts'

const KEPT_MS = 48 * 3_600_000
/** As `randomToken` makes them: nobody else's draft can be guessed. */
const TOKEN = /^[\w-]{43}$/

/**
 * Begins the draft of this token, or goes on with it: the first page sent again after going back is no second draft.
 * @param token secret part of `{base}/melden/{draft}`, made with the first page
 * @throws malformed `malformed` for a token that is none of ours; gone `draft_over`
 */
export async function beginDraft(ctx: Ctx, { token, fields }: { token: string; fields: DraftFields }): Promise<void> {
  if (!TOKEN.test(token)) throw new AppError('malformed', 'malformed')
  const tokenHash = await hashOf(token)
  const id = crypto.randomUUID()
  const createdAt = ctx.now()
  const expiresAt = new Date(createdAt.getTime() + KEPT_MS)
  await inTransaction(ctx, async (ctx) => {
    if (await addDraftRow(ctx, { id, tokenHash, fields, createdAt, expiresAt })) {
      return addDueWork(ctx, { kind: 'erase_draft', ref: id, runAt: expiresAt })
    }
    if (await changeDraftRow(ctx, tokenHash, fields)) return
    if (!(await findDraftRow(ctx, tokenHash))) throw new AppError('gone', 'draft_over')
  })
}
