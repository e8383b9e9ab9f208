/** How much anybody may send: bytes and parts are counted while they arrive, before anything is done with them. */
import type { Context, MiddlewareHandler } from 'hono'
import { AppError } from '../errors.ts'
import { MOST_PHOTO_BYTES, MOST_PHOTOS } from '../photos/photo-file.ts'
import type { AppEnv } from './app-env.ts'

const KB = 1024
/** The largest sensible report is a few kilobytes; a town hall's settings are more. */
const MOST = { citizens: 64 * KB, staff: 256 * KB }
/** Five photos, the fields beside them, and the lines between the parts. */
const MOST_WITH_PHOTOS = MOST_PHOTOS * MOST_PHOTO_BYTES + 256 * KB
/** A category with many questions stays far below; a thousand empty parts cost more than they weigh. */
const MOST_PARTS = 200
/** What all uploads of this process may hold at once. */
const MOST_AT_ONCE = 400 * KB * KB

const TAKES_PHOTOS =
  /\/melden(\/fotos|\/[^/]+\/(beschreiben|fotos)(\/[^/]+\/entfernen)?)?$|\/verfolgen\/[^/]+\/fotos$|^\/api\/v1\/towns\/[^/]+\/reports$|^\/amt\/[^/]+\/anliegen\/\d+\/(photo|closure)$|\/open311\/v2\/(requests|servicerequestupdates)\.(xml|json)$/

/** @throws too_large; unavailable when too many send at once */
export function limitBodies(who: keyof typeof MOST): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const { body, headers } = c.req.raw
    if (!body || c.req.method === 'GET' || c.req.method === 'HEAD') return next()
    const boundary = boundaryOf(headers.get('Content-Type') ?? '')
    const withPhotos = boundary !== undefined && TAKES_PHOTOS.test(c.req.path.replace(/(?<=.)\/$/, ''))
    const most = withPhotos ? MOST_WITH_PHOTOS : MOST[who]
    const reason = withPhotos ? 'photos_too_large' : 'too_large'
    const told = headers.has('Transfer-Encoding') ? undefined : Number(headers.get('Content-Length') ?? Number.NaN)
    if (told !== undefined && told > most) throw new AppError('too_large', reason)
    if (told !== undefined && !Number.isNaN(told) && boundary === undefined) return next()
    return readFirst(c, next, { body, most, reason, boundary })
  }
}

type Reading = { body: ReadableStream<Uint8Array>; most: number; reason: string; boundary: string | undefined }

let held = 0

/** Reads the body to its end, so that nothing begins with half of one. */
async function readFirst(c: Context<AppEnv>, next: () => Promise<void>, { body, most, reason, boundary }: Reading) {
  const chunks: Uint8Array[] = []
  const parts = boundary === undefined ? null : countParts(boundary)
  let bytes = 0
  try {
    const reader = body.getReader()
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      bytes += value.byteLength
      held += value.byteLength
      if (bytes > most || (parts && parts(value) > MOST_PARTS)) throw new AppError('too_large', reason)
      if (held > MOST_AT_ONCE) throw new AppError('unavailable', 'uploads_busy', { facts: { retryAfter: 30 } })
      chunks.push(value)
    }
    const again = new ReadableStream<Uint8Array>({
      pull(controller) {
        const chunk = chunks.shift()
        if (chunk) controller.enqueue(chunk)
        else controller.close()
      },
    })
    c.req.raw = new Request(c.req.raw, { body: again, duplex: 'half' } as RequestInit)
    await next()
  } finally {
    held -= bytes
  }
}

const boundaryOf = (contentType: string) =>
  /^multipart\/form-data\s*;.*?\bboundary=(?:"([^"]{1,70})"|([^;\s]{1,70}))/i.exec(contentType)?.slice(1).find(Boolean)

const CR = 13

/** Counts `\r\n--boundary` over chunks. CR stands nowhere but at its head, so one position is state enough. */
function countParts(boundary: string): (chunk: Uint8Array) => number {
  const line = new TextEncoder().encode(`\r\n--${boundary}`)
  let matched = 0
  let count = 0
  return (chunk) => {
    let at = 0
    while (at < chunk.length) {
      if (matched === 0) {
        const found = chunk.indexOf(CR, at)
        if (found < 0) break
        at = found
      }
      if (chunk[at] === line[matched]) matched++
      else matched = chunk[at] === CR ? 1 : 0
      at++
      if (matched === line.length) {
        count++
        matched = 0
      }
    }
    return count
  }
}
