/** Photos cleaned by sharp (libvips). */
import type { Sharp } from 'sharp'
import { AppError } from '../errors.ts'
import { checkPicture, MOST_PIXELS } from '../photos/check-picture.ts'
import { photoRefused } from '../photos/photo-file.ts'
import type { CleanPhoto, Photos, Picture } from '../ports.ts'

const LONGEST_SIDE = 2048
const THUMB_SIDE = 320
const QUALITY = 80
/** At once: each may hold a decoded picture in memory. */
const AT_ONCE = 2
/** A class with five photos each; the next is asked to wait before its photo takes memory for long. */
const MOST_WAITING = 60
/** Seconds: by then most of the line is done. */
const COME_AGAIN = 15

/** Loaded with the first photo: a start need not wait for it. */
async function loadSharp() {
  const { default: sharp } = await import('sharp')
  sharp.concurrency(1)
  sharp.cache(false)
  return sharp
}

export function sharpPhotos(): Photos {
  const inTurn = turns(AT_ONCE)
  let loading: ReturnType<typeof loadSharp> | undefined
  return {
    async clean(bytes) {
      // sharp itself would take SVG, TIFF, GIF and more.
      checkPicture(bytes)
      loading ??= loadSharp()
      const sharp = await loading
      return inTurn(() => cleaned(sharp, bytes))
    },
  }
}

/** Upright, in sRGB, on white, as JPEG: what is not written again is gone, and sharp writes no metadata by itself. */
async function cleaned(sharp: Awaited<ReturnType<typeof loadSharp>>, bytes: Uint8Array): Promise<CleanPhoto> {
  try {
    const sent = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'truncated', autoOrient: true })
    const whole = await pictureOf(sent, LONGEST_SIDE)
    return { ...whole, thumb: await pictureOf(sharp(whole.bytes), THUMB_SIDE) }
  } catch {
    // Whatever a decoder stumbles over, to people it is one thing; its message may quote the file.
    throw photoRefused('photo_broken')
  }
}

async function pictureOf(image: Sharp, side: number): Promise<Picture> {
  const { data, info } = await image
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .jpeg({ quality: QUALITY })
    .toBuffer({ resolveWithObject: true })
  return { bytes: data, contentType: 'image/jpeg', width: info.width, height: info.height }
}

/** Lets so many run; the others wait in line. */
function turns(most: number) {
  let running = 0
  const waiting: (() => void)[] = []
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (waiting.length >= MOST_WAITING) {
      throw new AppError('unavailable', 'uploads_busy', { facts: { retryAfter: COME_AGAIN } })
    }
    if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve))
    else running += 1
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running -= 1
    }
  }
}
