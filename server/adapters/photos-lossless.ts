/** Photos cleaned without a decoder, where no native code runs: the picture stays byte by byte, the rest is gone. */
import { AppError } from '../errors.ts'
import { checkPicture } from '../photos/check-picture.ts'
import { photoRefused } from '../photos/photo-file.ts'
import { type PictureKind, pictureSize } from '../photos/picture-header.ts'
import type { Stripped } from '../photos/strip/bytes.ts'
import { stripJpeg } from '../photos/strip/jpeg.ts'
import { stripPng } from '../photos/strip/png.ts'
import { stripWebp } from '../photos/strip/webp.ts'
import type { CleanPhoto, Photos } from '../ports.ts'

const STRIP: Record<PictureKind, (bytes: Uint8Array) => Stripped> = {
  jpeg: stripJpeg,
  png: stripPng,
  webp: stripWebp,
}

/** From here on a picture lies on its side. */
const FIRST_TURNED = 5

export function losslessPhotos(): Photos {
  return {
    // Async, so that a refusal is a rejection as with the other adapters.
    clean: async (bytes) => cleaned(bytes, checkPicture(bytes)),
  }
}

/** Nothing can be made smaller here, so there is no small picture: pages show the whole one. */
function cleaned(bytes: Uint8Array, kind: PictureKind): CleanPhoto {
  const { bytes: clean, orientation } = stripped(bytes, kind)
  const { width, height } = pictureSize(clean, kind)!
  const upright = orientation < FIRST_TURNED ? { width, height } : { width: height, height: width }
  return { bytes: clean, contentType: `image/${kind}`, ...upright, thumb: null }
}

function stripped(bytes: Uint8Array, kind: PictureKind): Stripped {
  try {
    return STRIP[kind](bytes)
  } catch (error) {
    // A number that points beyond the end.
    throw error instanceof AppError ? error : photoRefused('photo_broken')
  }
}
