/** What comes out of a photo: upright, small, and without a trace of the camera; or a sentence why not. */
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { sharpPhotos } from '../../server/adapters/photos-sharp.ts'
import { isRefused, type RefusedPhoto, refusalSentence, tryPhoto } from '../../server/photos/photo-file.ts'
import type { CleanPhoto } from '../../server/ports.ts'
import { LANGUAGES } from '../../tenants/languages.ts'
import { bytesOf, FOLDER, HUNDRED_FILES, names } from '../support/hundred-photos.ts'
import { corners, orientedPhoto, paintedPhoto } from '../support/photos.ts'

const photos = sharpPhotos()
const attempt = (name: string, bytes: Uint8Array) => tryPhoto(photos, { name, bytes })

async function cleaned(bytes: Uint8Array): Promise<CleanPhoto> {
  const outcome = await attempt('foto.jpg', bytes)
  if (isRefused(outcome)) throw new Error(outcome.reason)
  return outcome
}

/** Nothing beside the pixels: no block of metadata, and no segment of a JPEG that could hold one. */
async function expectClean(bytes: Uint8Array): Promise<void> {
  const { exif, xmp, iptc, icc, orientation, comments } = await sharp(bytes).metadata()
  expect({ exif, xmp, iptc, icc, orientation, comments }).toEqual({})
  expect(segmentsOf(bytes).filter((marker) => (marker >= 0xe1 && marker <= 0xef) || marker === 0xfe)).toEqual([])
  const text = Buffer.from(bytes).toString('latin1')
  expect(text).not.toMatch(
    /GPS|Exif|http:\/\/ns\.adobe|Photoshop|ICC_PROFILE|<\?php|<script|Nikon|NIKON|iPhone|Canon|HUAWEI/,
  )
}

/** Markers before the picture itself. */
function segmentsOf(bytes: Uint8Array): number[] {
  const found: number[] = []
  for (let at = 2; bytes[at] === 0xff && bytes[at + 1] !== 0xda; at += 2 + bytes[at + 2]! * 256 + bytes[at + 3]!)
    found.push(bytes[at + 1]!)
  return found
}

describe('a photo', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])('held in orientation %i comes out upright', async (orientation) => {
    const { bytes, width, height } = await cleaned(await orientedPhoto(orientation))
    expect([width, height]).toEqual([320, 200])
    expect(await corners(bytes)).toEqual(await corners((await cleaned(await paintedPhoto())).bytes))
  })

  it('loses place, camera, comments and colour profile', async () => {
    const bytes = await sharp(await paintedPhoto())
      .withIccProfile('p3')
      .withExif({ IFD0: { Make: 'Canon', Copyright: 'Anna Muster' }, IFD3: { GPSLatitude: '52/1 5/1 10/1' } })
      .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">GPSLatitude</x:xmpmeta>')
      .jpeg()
      .toBuffer()
    expect(bytes.includes('Canon')).toBe(true)
    const photo = await cleaned(bytes)
    await expectClean(photo.bytes)
    await expectClean(photo.thumb!.bytes)
  })

  it('is at most 2048 pixels long, its small one 320, and no small photo is blown up', async () => {
    const large = await cleaned(await paintedPhoto(3000, 1000))
    expect([large.width, large.height]).toEqual([2048, 683])
    expect([large.thumb!.width, large.thumb!.height]).toEqual([320, 106])
    const small = await cleaned(await paintedPhoto(20, 10))
    expect([small.width, small.height]).toEqual([20, 10])
  })

  it.each(['png', 'webp'] as const)('may be a %s, also one with holes, which turn white', async (format) => {
    const blank = { width: 8, height: 8, channels: 4 as const, background: { r: 0, g: 0, b: 0, alpha: 0 } }
    const photo = await cleaned(await sharp({ create: blank }).toFormat(format).toBuffer())
    expect(photo.contentType).toBe('image/jpeg')
    expect([...(await sharp(photo.bytes).raw().toBuffer())].every((value) => value > 250)).toBe(true)
  })

  it('may be grey, 16 bits deep, or made for print', async () => {
    const painted = await paintedPhoto()
    const grey = await sharp(painted).greyscale().jpeg().toBuffer()
    const deep = await sharp(painted).toColourspace('rgb16').png().toBuffer()
    const print = await sharp(painted).toColourspace('cmyk').jpeg().toBuffer()
    for (const bytes of [grey, deep, print]) {
      const photo = await cleaned(bytes)
      expect(await sharp(photo.bytes).metadata()).toMatchObject({ format: 'jpeg', depth: 'uchar' })
      await expectClean(photo.bytes)
    }
  })
})

describe('what is no photo we take', () => {
  const refusal = async (bytes: Uint8Array) => (await attempt('datei.jpg', bytes)) as RefusedPhoto
  const text = (words: string) => new TextEncoder().encode(words)

  it.each([
    ['an SVG that calls itself JPEG', text('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'), 'other'],
    ['a GIF', text('GIF89a'), 'gif'],
    ['a PDF', text('%PDF-1.7'), 'pdf'],
    ['a ZIP', text('PK\u0003\u0004'), 'other'],
    ['an empty file', text(''), 'other'],
    ['a film', text('\u0000\u0000\u0000\u0018ftypmp42'), 'video'],
    ['a HEIC picture', text('\u0000\u0000\u0000\u0018ftypheic'), 'heic'],
  ])('%s is named for what it is', async (_what, bytes, kind) => {
    expect(await refusal(bytes)).toEqual({ name: 'datei.jpg', reason: 'photo_wrong_kind', kind })
  })

  it('a TIFF is not taken, although the library could', async () => {
    expect(
      await refusal(
        await sharp(await paintedPhoto())
          .tiff()
          .toBuffer(),
      ),
    ).toMatchObject({
      reason: 'photo_wrong_kind',
    })
  })

  it('a photo cut off in the middle is broken', async () => {
    const whole = await paintedPhoto(600, 600)
    for (const bytes of [whole.subarray(0, whole.length / 2), whole.subarray(0, 30), whole.subarray(0, 3)])
      expect(await refusal(bytes)).toMatchObject({ reason: 'photo_broken' })
  })

  it('a header that promises more pixels than anybody needs is believed and refused', async () => {
    const bomb = new Uint8Array(
      await sharp(await paintedPhoto())
        .png()
        .toBuffer(),
    )
    new DataView(bomb.buffer).setUint32(16, 60_000)
    new DataView(bomb.buffer).setUint32(20, 60_000)
    expect(await refusal(bomb)).toMatchObject({ reason: 'photo_too_many_pixels' })
  })

  it('a file of more than 10 MB is refused for its size', async () => {
    const bytes = new Uint8Array(10 * 1024 * 1024 + 1)
    bytes.set(await paintedPhoto())
    expect(await refusal(bytes)).toMatchObject({ reason: 'photo_too_large' })
  })
})

describe.skipIf(!FOLDER)(HUNDRED_FILES, () => {
  it('are there', () => {
    expect(names.length).toBeGreaterThan(90)
  })

  it.each(names)('%s comes out clean, or is refused with a sentence', async (name) => {
    const since = performance.now()
    const outcome = await attempt(name, bytesOf(name))
    expect(performance.now() - since).toBeLessThan(10_000)
    if (isRefused(outcome)) {
      for (const language of LANGUAGES) expect(refusalSentence(language, outcome)).toMatch(/^[„“].+”?.+\.$|\)\.$/)
      return
    }
    expect(Math.max(outcome.width, outcome.height)).toBeLessThanOrEqual(2048)
    await expectClean(outcome.bytes)
    await expectClean(outcome.thumb!.bytes)
  })

  it.each(names.filter((name) => /^(gps|orientation)\//.test(name)))('%s is taken', async (name) => {
    expect(await attempt(name, bytesOf(name))).toMatchObject({ contentType: 'image/jpeg' })
  })

  it.each(names.filter((name) => /^heic-avif\/|svg|\.(gif|bmp|ico|tif)$/.test(name)))('%s is not', async (name) => {
    expect(await attempt(name, bytesOf(name))).toMatchObject({ reason: 'photo_wrong_kind' })
  })

  it.each(names.filter((name) => /(Landscape|Portrait)_[2-8]/.test(name)))('%s stands upright', async (name) => {
    const reference = await raster(
      (await cleaned(bytesOf(name.replace(/_\d/, '_1').replace(/^broken\/sharp-/, 'orientation/')))).bytes,
    )
    const found = await raster((await cleaned(bytesOf(name))).bytes)
    const apart = found.reduce((sum, value, at) => sum + Math.abs(value - reference[at]!), 0) / found.length
    // Turned or mirrored they differ by more than 20 of 255.
    expect(apart).toBeLessThan(8)
  })
})

/** 16 × 16 grey values. */
async function raster(bytes: Uint8Array): Promise<number[]> {
  return [...(await sharp(bytes).greyscale().resize(16, 16, { fit: 'fill' }).raw().toBuffer())]
}
