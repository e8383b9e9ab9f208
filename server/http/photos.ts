/** Photos over HTTP: files of a form, and pictures as answers. */
import type { Context } from 'hono'
import { AppError, notFound } from '../errors.ts'
import { type PhotoFile, photosOutOfReach, type RefusedPhoto, refusalSentence } from '../photos/photo-file.ts'
import { endingOf } from '../photos/photo-key.ts'
import type { AppEnv } from './app-env.ts'
import { sentence } from './field-errors.ts'

type C = Context<AppEnv>

/** @throws malformed for what is no form */
export function readFormData(c: C): Promise<FormData> {
  return c.req.formData().catch(() => {
    throw new AppError('malformed', 'malformed')
  })
}

/** Files of the field `photo`. A file field left empty sends a file without name and bytes. */
export async function readPhotoFiles(form: FormData): Promise<PhotoFile[]> {
  const sent = form.getAll('photo').filter((value) => typeof value !== 'string')
  const files = sent.filter(({ name, size }) => name !== '' || size > 0)
  return Promise.all(files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })))
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** @throws not_found for what is no id */
export function photoId(text: string | undefined): string {
  if (!text || !UUID.test(text)) throw notFound('photo_not_found')
  return text
}

/** Names the file, where it is a file that is wrong. */
export function photoSentence(c: C, { reason, facts }: AppError): string {
  const { language } = c.var
  if (typeof facts.name !== 'string') return sentence(language, reason)
  return refusalSentence(language, { name: facts.name, reason, kind: facts.kind } as RefusedPhoto)
}

type Kept = { blobKey: string; thumbKey: string | null; contentType: string; contentHash: string; position: number }
type How = { isSmall: boolean; isPublic?: boolean; name?: string }

/** Long enough for a page and its list, short enough for a photo that a clerk hides. */
const PUBLIC_SECONDS = 60

/** The picture, as nothing but a picture. */
export async function sendPhoto(c: C, photo: Kept, { isSmall, isPublic = false, name = 'foto' }: How) {
  const small = isSmall && photo.thumbKey !== null
  const etag = `"${photo.contentHash.slice(0, 32)}${small ? '-small' : ''}"`
  c.header('Cache-Control', isPublic ? `public, max-age=${PUBLIC_SECONDS}` : 'no-store')
  if (isPublic) {
    c.header('ETag', etag)
    if (c.req.header('If-None-Match') === etag) return c.body(null, 304)
  } else {
    c.header('Referrer-Policy', 'no-referrer')
    c.header('X-Robots-Tag', 'noindex')
  }
  const key = small ? photo.thumbKey! : photo.blobKey
  const bytes = await c.var.deps.blobs.get(key).catch((cause) => {
    throw photosOutOfReach(cause)
  })
  if (!bytes) throw notFound('photo_not_found')
  const contentType = small ? 'image/jpeg' : photo.contentType
  c.header('Content-Type', contentType)
  c.header('Content-Security-Policy', "default-src 'none'; sandbox")
  c.header('X-Content-Type-Options', 'nosniff')
  c.header('Content-Disposition', `inline; filename="${name}-${photo.position}.${endingOf(contentType)}"`)
  return c.body(bytes as Uint8Array<ArrayBuffer>)
}
