/** {base}/melden/fotos and {base}/melden/{draft}/fotos: photos of a report that is being written. */
import { type Context, Hono } from 'hono'
import { town as townPaths } from '../../../client/paths.ts'
import { keepDraft } from '../../drafts/draft.ts'
import { addDraftPhotos, listDraftPhotos, readDraftPhoto, removeDraftPhoto } from '../../photos/draft-photos.ts'
import { refusalSentence } from '../../photos/photo-file.ts'
import type { DraftPhotoRow } from '../../photos/rows.ts'
import type { AppEnv } from '../app-env.ts'
import { photoId, photoLimit, readFormData, readPhotoFiles, sendPhoto } from '../photos.ts'
import { redirectTo } from '../respond.ts'

type C = Context<AppEnv>

export const draftPhotos = new Hono<AppEnv>()
  .post('/fotos', photoLimit, async (c) => {
    const files = await readPhotoFiles(await readFormData(c))
    return add(c, await keepDraft(c.var.ctx, { values: { answers: {} } }), files)
  })
  .post('/:draft/fotos', photoLimit, async (c) => {
    const draft = c.req.param('draft')
    // A dead draft is said before the photo is read.
    await listDraftPhotos(c.var.ctx, draft)
    return add(c, draft, await readPhotoFiles(await readFormData(c)))
  })
  .post('/:draft/fotos/:id/entfernen', async (c) => {
    const draft = c.req.param('draft')
    await removeDraftPhoto(c.var.ctx, { draft, id: photoId(c.req.param('id')) })
    return wantsJson(c) ? c.json({}) : redirectTo(c, townPaths(c.var.base).draft(draft))
  })
  .get('/:draft/fotos/:id', (c) => picture(c, c.req.param(), false))
  .get('/:draft/fotos/:id/klein', (c) => picture(c, c.req.param(), true))

const wantsJson = (c: C) => c.req.header('Accept')?.includes('application/json') ?? false

async function add(c: C, draft: string, files: Awaited<ReturnType<typeof readPhotoFiles>>) {
  const { ctx, deps, base, language } = c.var
  const { added, refused } = await addDraftPhotos(ctx, deps, { draft, files })
  const path = townPaths(base).draft(draft)
  c.header('Cache-Control', 'no-store')
  if (!wantsJson(c)) return redirectTo(c, path)
  return c.json({
    draft: path,
    items: added.map((row) => photoItem(base, draft, row)),
    refused: refused.map((one) => ({ name: one.name, sentence: refusalSentence(language, one) })),
  })
}

/** A photo of a draft as the field shows it. */
export function photoItem(base: string, draft: string, { id }: Pick<DraftPhotoRow, 'id'>) {
  const to = townPaths(base)
  return { id, src: to.draftPhoto(draft, id, 'klein'), removePath: to.removeDraftPhoto(draft, id) }
}

async function picture(c: C, { draft, id }: { draft: string; id: string }, isSmall: boolean) {
  return sendPhoto(c, await readDraftPhoto(c.var.ctx, { draft, id: photoId(id) }), { isSmall })
}
