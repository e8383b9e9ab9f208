/** The one thing of EXIF that a picture cannot do without. */
import { big16, big32, join, latin, startsWith, viewOf } from './bytes.ts'

const TAG = 0x0112
const SHORT = 3
/** Some writers of PNG and WebP put the name of the JPEG segment before it. */
const NAME = 'Exif\0\0'

/** @param exif with or without its name; 1 (upright) for all that says nothing sensible */
export function orientationOf(exif: Uint8Array): number {
  const tiff = viewOf(startsWith(exif, NAME) ? exif.subarray(NAME.length) : exif)
  try {
    const order = tiff.getUint16(0)
    if (order !== 0x4949 && order !== 0x4d4d) return 1
    const little = order === 0x4949
    const from = tiff.getUint32(4, little)
    for (let entry = 0; entry < tiff.getUint16(from, little); entry += 1) {
      const at = from + 2 + entry * 12
      if (tiff.getUint16(at, little) !== TAG || tiff.getUint16(at + 2, little) !== SHORT) continue
      const value = tiff.getUint16(at + 8, little)
      return value >= 1 && value <= 8 ? value : 1
    }
  } catch {
    // An offset beyond the end.
  }
  return 1
}

/** EXIF that says nothing but this. */
export function exifOf(orientation: number): Uint8Array {
  const entry = join([big16(TAG), big16(SHORT), big32(1), big16(orientation), big16(0)])
  return join([latin('MM\0*'), big32(8), big16(1), entry, big32(0)])
}

export const jpegExifOf = (orientation: number) => join([latin(NAME), exifOf(orientation)])
