/** A photo made smaller on the device. Drawn anew it carries nothing of the camera; its place is read before that. */

const LONGEST_SIDE = 2048
const QUALITY = 0.85
const PREVIEW_SIDE = 192

export type ForeignKind = 'video' | 'heic' | 'gif' | 'pdf' | 'other'

/** The browser cannot make a picture of it. */
export class Unreadable extends Error {
  readonly kind: ForeignKind
  constructor(kind: ForeignKind) {
    super(kind)
    this.kind = kind
  }
}

export type Shrunk = { blob: Blob; preview: HTMLCanvasElement; place?: { lat: number; lon: number } }

/** @throws Unreadable */
export async function shrunk(file: File): Promise<Shrunk> {
  const kind = foreignKind(file)
  if (kind !== null && kind !== 'heic') throw new Unreadable(kind)
  const place = await placeOf(file)
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => {
    throw new Unreadable(kind ?? 'other')
  })
  const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height))
  const whole = draw(picture, { width: Math.round(picture.width * scale), height: Math.round(picture.height * scale) })
  const side = Math.min(picture.width, picture.height)
  const crop = { x: (picture.width - side) / 2, y: (picture.height - side) / 2, side }
  const preview = draw(picture, { width: PREVIEW_SIDE, height: PREVIEW_SIDE }, crop)
  picture.close()
  const blob = await new Promise<Blob | null>((resolve) => whole.toBlob(resolve, 'image/jpeg', QUALITY))
  if (!blob) throw new Unreadable('other')
  return { blob, preview, ...(place ? { place } : {}) }
}

function draw(
  picture: ImageBitmap,
  { width, height }: { width: number; height: number },
  crop?: { x: number; y: number; side: number },
): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, width)
  canvas.height = Math.max(1, height)
  const pen = canvas.getContext('2d')
  if (!pen) throw new Unreadable('other')
  // Holes in a PNG would turn black in a JPEG.
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  if (crop) pen.drawImage(picture, crop.x, crop.y, crop.side, crop.side, 0, 0, canvas.width, canvas.height)
  else pen.drawImage(picture, 0, 0, canvas.width, canvas.height)
  return canvas
}

/** As the device names it; null where it may be a photo. What it really is the browser finds out, and the server again. */
function foreignKind({ type, name }: File): ForeignKind | null {
  if (/^image\/hei[cf]/.test(type) || /\.hei[cf]$/i.test(name)) return 'heic'
  if (/^image\/(jpeg|png|webp)$/.test(type)) return null
  if (type.startsWith('video/')) return 'video'
  if (type === 'image/gif') return 'gif'
  return type === 'application/pdf' ? 'pdf' : type === '' ? null : 'other'
}

/** Where it was taken, if it says so; (0, 0) is a camera that did not know. */
async function placeOf(file: File): Promise<{ lat: number; lon: number } | null> {
  try {
    const { gps } = await import('exifr/dist/lite.esm.mjs')
    const found = await gps(file)
    if (!found || !Number.isFinite(found.latitude) || !Number.isFinite(found.longitude)) return null
    const { latitude: lat, longitude: lon } = found
    return lat === 0 && lon === 0 ? null : { lat, lon }
  } catch {
    // Metadata in disorder say nothing about the picture.
    return null
  }
}
