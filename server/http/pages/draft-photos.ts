/** {base}/melden/fotos and {base}/melden/{draft}/fotos: photos of a report that is being written. */
import { type Context, Hono } from 'hono'
import { beginDraft } from '../../drafts/begin-draft.ts'
import { changeDraft } from '../../drafts/change-draft.ts'
import { readDraft } from '../../drafts/read-draft.ts'
import { addDraftPhotos, listDraftPhotos, readDraftPhoto, removeDraftPhoto } from '../../photos/draft-photos.ts'
import { refusalSentence } from '../../photos/photo-file.ts'
import type { DraftPhotoRow } from '../../photos/rows.ts'
import { randomToken } from '../../secrets.ts'
import type { AppEnv } from '../app-env.ts'
import { photoId, readFormData, readPhotoFiles, sendPhoto } from '../photos.ts'
import { redirectTo } from '../respond.ts'
import { formPaths } from './form/form-base.ts'
import { readStep, typedForm } from './form/typed-form.ts'

type C = Context<AppEnv>

export const draftPhotos = new Hono<AppEnv>()
  .post('/fotos', async (c) => {
    const files = await readPhotoFiles(await readFormData(c))
    // The first page has its draft's name already, so that its form goes there too.
    const token = c.req.query('entwurf') ?? randomToken()
    await beginDraft(c.var.ctx, { token, fields: {} })
    return add(c, token, files)
  })
  .post('/:draft/fotos', async (c) => {
    const draft = c.req.param('draft')
    // A dead draft is said before the photo is read.
    await listDraftPhotos(c.var.ctx, draft)
    return add(c, draft, await readPhotoFiles(await readFormData(c)))
  })
  .post('/:draft/fotos/:id/entfernen', async (c) => {
    const draft = c.req.param('draft')
    await removeDraftPhoto(c.var.ctx, { draft, id: photoId(c.req.param('id')) })
    if (wantsJson(c)) return c.json({})
    // Without script the whole step comes along: what was typed in it stays.
    const form = typedForm(await c.req.formData().catch(() => new FormData()))
    if (form.text('description')) {
      const { fields } = await readDraft(c.var.ctx, draft)
      await changeDraft(c.var.ctx, draft, readStep('describe', form, fields))
    }
    return redirectTo(c, formPaths(c).step(draft, 'describe', { von: form.text('von') }))
  })
  .get('/:draft/fotos/:id', (c) => picture(c, c.req.param(), false))
  .get('/:draft/fotos/:id/klein', (c) => picture(c, c.req.param(), true))

const wantsJson = (c: C) => c.req.header('Accept')?.includes('application/json') ?? false

async function add(c: C, draft: string, files: Awaited<ReturnType<typeof readPhotoFiles>>) {
  const { ctx, deps, language } = c.var
  const { added, refused } = await addDraftPhotos(ctx, deps, { draft, files })
  const path = formPaths(c).draft(draft)
  c.header('Cache-Control', 'no-store')
  if (!wantsJson(c)) return redirectTo(c, formPaths(c).step(draft, 'describe'))
  return c.json({
    draft: path,
    items: added.map((row) => photoItem(c, draft, row)),
    refused: refused.map((one) => ({ name: one.name, sentence: refusalSentence(language, one) })),
  })
}

/** A photo of a draft as the field shows it. */
export function photoItem(c: C, draft: string, { id }: Pick<DraftPhotoRow, 'id'>) {
  const to = formPaths(c)
  return { id, src: to.draftPhoto(draft, id, 'klein'), removePath: to.removeDraftPhoto(draft, id) }
}

async function picture(c: C, { draft, id }: { draft: string; id: string }, isSmall: boolean) {
  return sendPhoto(c, await readDraftPhoto(c.var.ctx, { draft, id: photoId(id) }), { isSmall })
}
