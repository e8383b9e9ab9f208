/** /amt/{town}/anliegen/{number}/fotos/{id}: every photo of a report, for those who work on it. */
import { type Context, Hono } from 'hono'
import { readPhotoForClerk } from '../../photos/read-photo.ts'
import type { AppEnv } from '../app-env.ts'
import { photoId, sendPhoto } from '../photos.ts'
import { reportNumber } from '../report-number.ts'

export const clerkPhotos = new Hono<AppEnv>()
  .get('/:number/fotos/:id', (c) => picture(c, false))
  .get('/:number/fotos/:id/klein', (c) => picture(c, true))

async function picture(c: Context<AppEnv>, isSmall: boolean) {
  const number = reportNumber(c)
  const photo = await readPhotoForClerk(c.var.ctx, { number, id: photoId(c.req.param('id')) })
  return sendPhoto(c, photo, { isSmall, name: `anliegen-${number}` })
}
