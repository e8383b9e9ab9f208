/** {base}/verfolgen/{token}/fotos: the reporter's own photos. */
import { type Context, Hono } from 'hono'
import { town as townPaths } from '../../../client/paths.ts'
import { AppError } from '../../errors.ts'
import { readPhotoForReporter } from '../../photos/read-photo.ts'
import { addOwnPhoto } from '../../photos/report-photos.ts'
import { trackReport } from '../../reports/track-report.ts'
import type { AppEnv } from '../app-env.ts'
import { buildCtx } from '../build-ctx.ts'
import { photoId, photoSentence, readFormData, readPhotoFiles, sendPhoto } from '../photos.ts'
import { redirectTo } from '../respond.ts'
import { trackingPage } from './tracking-page.tsx'

type C = Context<AppEnv>

export const trackingPhotos = new Hono<AppEnv>()
  .get('/:token/fotos/:id', (c) => picture(c, c.req.param(), false))
  .get('/:token/fotos/:id/klein', (c) => picture(c, c.req.param(), true))
  .post('/:token/fotos', async (c) => {
    const token = c.req.param('token')
    const tracked = await trackReport(c.var.ctx, token)
    const files = await readPhotoFiles(await readFormData(c))
    const reporter = reporterOf(c, tracked.report.id)
    try {
      if (files.length === 0) throw new AppError('invalid', 'photo_missing')
      for (const file of files) await addOwnPhoto(reporter, c.var.deps, { number: tracked.report.number, file })
    } catch (error) {
      if (!(error instanceof AppError) || (error.code !== 'invalid' && error.code !== 'conflict')) throw error
      return trackingPage(c, await trackReport(c.var.ctx, token), { photoError: photoSentence(c, error) })
    }
    return redirectTo(c, `${townPaths(c.var.base).tracking(token)}?foto=1#fotos`)
  })

const reporterOf = (c: C, reportId: string) =>
  buildCtx(c.var.deps, c.var.town, { kind: 'reporter', reportId }, c.var.language)

async function picture(c: C, { token, id }: { token: string; id: string }, isSmall: boolean) {
  const { report } = await trackReport(c.var.ctx, token)
  const wanted = { number: report.number, id: photoId(id) }
  return sendPhoto(c, await readPhotoForReporter(reporterOf(c, report.id), wanted), { isSmall })
}
