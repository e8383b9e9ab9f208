/** The place is another town's: what was said so far goes along. One of the few that write in two towns. */
import type { Ctx } from '../context.ts'
import { copyDraftPhotos } from '../photos/copy-photos.ts'
import type { Blobs } from '../ports.ts'
import { randomToken } from '../secrets.ts'
import { beginDraft } from './begin-draft.ts'
import { readDraft } from './read-draft.ts'

/** Begins the same draft there. Returns its secret. The one here stays until it is over: going back loses nothing. */
export async function moveDraft(
  from: Ctx,
  to: Ctx,
  { token, blobs }: { token: string; blobs: Blobs },
): Promise<string> {
  const { fields, photos } = await readDraft(from, token)
  const { describe, place, category, via, prefill } = fields
  const isKnown = to.town.categories.some(({ key }) => key === category?.key)
  const moved = randomToken()
  await beginDraft(to, {
    token: moved,
    fields: {
      describe,
      place: place && { ...place, townChosen: false },
      ...(isKnown ? { category } : {}),
      via,
      prefill,
    },
  })
  if (photos > 0) await copyDraftPhotos({ ctx: from, draft: token }, { ctx: to, draft: moved }, blobs)
  return moved
}
