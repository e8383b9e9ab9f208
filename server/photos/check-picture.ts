import { photoRefused } from './photo-file.ts'
import { foreignKind, type PictureKind, pictureKind, pictureSize } from './picture-header.ts'

/** Twice what phones take today; decoded it is 150 MB. */
export const MOST_PIXELS = 50_000_000

/**
 * What can be told before anything is decoded.
 * @throws invalid `photo_wrong_kind`, `photo_broken`, `photo_too_many_pixels`
 */
export function checkPicture(bytes: Uint8Array): PictureKind {
  const kind = pictureKind(bytes)
  if (!kind) throw photoRefused('photo_wrong_kind', foreignKind(bytes))
  const size = pictureSize(bytes, kind)
  if (!size) throw photoRefused('photo_broken')
  if (size.width * size.height > MOST_PIXELS) throw photoRefused('photo_too_many_pixels')
  return kind
}
