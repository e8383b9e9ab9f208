/** Photos painted for tests: four corners of different colours, so that a turn shows. */
import sharp, { type Sharp } from 'sharp'

const COLOURS = ['#c02020', '#20a040', '#2040c0', '#e0c020']

export async function paintedPhoto(width = 320, height = 200): Promise<Uint8Array> {
  return new Uint8Array(await painted(width, height).then((image) => image.jpeg({ quality: 95 }).toBuffer()))
}

async function painted(width: number, height: number) {
  const half = { width: Math.ceil(width / 2), height: Math.ceil(height / 2), channels: 3 as const }
  const tiles = COLOURS.map((background, index) => ({
    input: { create: { ...half, background } },
    left: index % 2 === 0 ? 0 : Math.floor(width / 2),
    top: index < 2 ? 0 : Math.floor(height / 2),
  }))
  return sharp(
    await sharp({ create: { width, height, channels: 3, background: '#000000' } })
      .composite(tiles)
      .png()
      .toBuffer(),
  )
}

/** What a camera does, undone: EXIF orientation by the pixels that belong to it. */
const AS_HELD: Record<number, (image: Sharp) => Sharp> = {
  1: (image) => image,
  2: (image) => image.flop(),
  3: (image) => image.rotate(180),
  4: (image) => image.flip(),
  5: (image) => image.rotate(270).flop(),
  6: (image) => image.rotate(270),
  7: (image) => image.rotate(90).flop(),
  8: (image) => image.rotate(90),
}

/** The painted photo, stored turned and mirrored, with the EXIF orientation that sets it right. */
export async function orientedPhoto(orientation: number): Promise<Uint8Array> {
  const turned = await AS_HELD[orientation]!(await painted(320, 200))
    .png()
    .toBuffer()
  return new Uint8Array(await sharp(turned).withMetadata({ orientation }).jpeg({ quality: 95 }).toBuffer())
}

/** What a phone hands over: turned by a tag, and telling where and for whom it was taken. */
export async function tellingPhoto(secret: string): Promise<Uint8Array> {
  const stored = await AS_HELD[6]!(await painted(320, 200))
    .png()
    .toBuffer()
  const exif = { IFD0: { ImageDescription: secret }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '52/1 5/1 0/1' } }
  const photo = sharp(stored).withExif(exif).withMetadata({ orientation: 6 }).jpeg({ quality: 95 })
  return new Uint8Array(await photo.toBuffer())
}

/** As a browser shows it. */
export const shownUpright = async (bytes: Uint8Array): Promise<Uint8Array> =>
  new Uint8Array(await sharp(bytes).autoOrient().png().toBuffer())

/** The colours near the corners, coarse enough for JPEG: left to right, top to bottom. */
export async function corners(bytes: Uint8Array): Promise<string[]> {
  const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true })
  const at = (x: number, y: number) => {
    const from = (Math.floor(info.height * y) * info.width + Math.floor(info.width * x)) * info.channels
    return [...data.subarray(from, from + 3)].map((value) => Math.round(value / 64)).join('-')
  }
  return [at(0.1, 0.1), at(0.9, 0.1), at(0.1, 0.9), at(0.9, 0.9)]
}
