/** One step of a begun report is filled in. */
import { type Ctx, inTransaction } from '../context.ts'
import { hashOf } from '../secrets.ts'
import type { Draft, DraftFields } from './draft-fields.ts'
import { readDraftIn } from './read-draft.ts'
import { changeDraftRow } from './rows.ts'

/**
 * Replaces the parts given and leaves all others, whoever changes them meanwhile. One that was sent stays as it is.
 * @throws gone `draft_over`
 */
export async function changeDraft(ctx: Ctx, token: string, parts: DraftFields): Promise<Draft> {
  const hash = await hashOf(token)
  return inTransaction(ctx, async (ctx) => {
    await changeDraftRow(ctx, hash, parts)
    return readDraftIn(ctx, hash)
  })
}
