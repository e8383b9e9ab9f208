/** What a file is and how large its picture, from its first bytes and never from its name. Pure. */

export type PictureKind = 'jpeg' | 'png' | 'webp'
/** What people send instead of a photo we take, as far as words are to differ. */
export type ForeignKind = 'video' | 'heic' | 'gif' | 'pdf' | 'other'

const ascii = (bytes: Uint8Array, from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to))

/** ISO/IEC 10918-1, 15948 and the WebP container. */
export function pictureKind(bytes: Uint8Array): PictureKind | null {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpeg'
  if (ascii(bytes, 0, 8) === '\u0089PNG\r\n\u001a\n') return 'png'
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP') return 'webp'
  return null
}

/** Brands of still pictures in an ISO base media file; what else lies in such a box is a film. */
const STILL = /^(hei[cfmsx]|hev[cx]|mif1|msf1|avi[fs])$/

export function foreignKind(bytes: Uint8Array): ForeignKind {
  if (ascii(bytes, 4, 8) === 'ftyp') return STILL.test(ascii(bytes, 8, 12)) ? 'heic' : 'video'
  if (ascii(bytes, 0, 4) === '\u001aE\u00df\u00a3' || ascii(bytes, 8, 12) === 'AVI ') return 'video'
  if (ascii(bytes, 0, 4) === 'GIF8') return 'gif'
  return ascii(bytes, 0, 5) === '%PDF-' ? 'pdf' : 'other'
}

export type Size = { width: number; height: number }

/** Null when the header does not say it. */
export function pictureSize(bytes: Uint8Array, kind: PictureKind): Size | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const size = SIZES[kind](view)
    return size && size.width > 0 && size.height > 0 ? size : null
  } catch {
    // Read beyond the end: cut off within the header.
    return null
  }
}

const SIZES: Record<PictureKind, (view: DataView) => Size | null> = {
  png: (view) => ({ width: view.getUint32(16), height: view.getUint32(20) }),
  jpeg: jpegSize,
  webp: webpSize,
}

/** Markers of a frame: C0 to CF without the tables DHT (C4), JPG (C8) and DAC (CC). */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

function jpegSize(view: DataView): Size | null {
  let at = 2
  for (;;) {
    if (view.getUint8(at) !== 0xff) return null
    const marker = view.getUint8(at + 1)
    // Fill bytes and markers without a body.
    if (marker === 0xff) at += 1
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)) at += 2
    else if (isFrame(marker)) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    else if (marker === 0xd9 || marker === 0xda) return null
    else at += 2 + view.getUint16(at + 2)
  }
}

const uint24 = (view: DataView, at: number) => view.getUint16(at, true) + (view.getUint8(at + 2) << 16)

function webpSize(view: DataView): Size | null {
  switch (view.getUint32(12)) {
    case 0x56503820: // "VP8 "
      return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
    case 0x5650384c: {
      // "VP8L": fourteen bits each, after the signature byte
      const bits = view.getUint32(21, true)
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
    }
    case 0x56503858: // "VP8X"
      return { width: uint24(view, 24) + 1, height: uint24(view, 27) + 1 }
    default:
      return null
  }
}
