/** {base}/anliegen/{number}/fotos/{id}.jpg and {id}-klein.jpg: photos everybody may see. */
import { Hono } from 'hono'
import { readShownPhoto } from '../../photos/read-photo.ts'
import type { AppEnv } from '../app-env.ts'
import { photoId, sendPhoto } from '../photos.ts'
import { reportNumber } from '../report-number.ts'

const FILE = /^(?<id>[0-9a-f-]{36})(?<small>-klein)?\.(jpg|png|webp)$/

export const publicPhotos = new Hono<AppEnv>().get('/:number/fotos/:file', async (c) => {
  const number = reportNumber(c)
  const { id, small } = FILE.exec(c.req.param('file'))?.groups ?? {}
  const photo = await readShownPhoto(c.var.ctx, { number, id: photoId(id) })
  return sendPhoto(c, photo, { isSmall: small !== undefined, isPublic: true, name: `anliegen-${number}` })
})
