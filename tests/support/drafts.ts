/** Begun reports. */
import type { Ctx } from '../../server/context.ts'
import { beginDraft } from '../../server/drafts/begin-draft.ts'
import { randomToken } from '../../server/secrets.ts'

/** An empty one. Returns its secret. */
export async function newDraft(ctx: Ctx): Promise<string> {
  const token = randomToken()
  await beginDraft(ctx, { token, fields: {} })
  return token
}
