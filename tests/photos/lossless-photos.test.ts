/** Photos where no native code runs: the same pixels, without a word of the camera. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import exifr from 'exifr'
import fc from 'fast-check'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { losslessPhotos } from '../../server/adapters/photos-lossless.ts'
import { sharpPhotos } from '../../server/adapters/photos-sharp.ts'
import { AppError } from '../../server/errors.ts'
import { isRefused, tryPhoto } from '../../server/photos/photo-file.ts'
import type { CleanPhoto, Photos } from '../../server/ports.ts'
import { CANARY, jpegSegment, ladenJpeg, ladenPng, ladenWebp, movingWebp } from '../support/laden-photos.ts'
import { corners, orientedPhoto, paintedPhoto } from '../support/photos.ts'
import { NO_SHARED_DATA, sharedData } from '../support/shared-data.ts'

const photos = losslessPhotos()
const byNative = sharpPhotos()

/** How the picture looks, upright. Colours as they are stored, unless `managed`. */
function pixels(bytes: Uint8Array, { managed = false } = {}) {
  return sharp(bytes, { autoOrient: true, ignoreIcc: !managed, failOn: 'truncated' })
    .raw()
    .toBuffer({ resolveWithObject: true })
    .then(({ data, info: { width, height, channels } }) => ({ data, width, height, channels }))
}

async function expectSamePixels(clean: CleanPhoto, original: Uint8Array): Promise<void> {
  for (const managed of [false, true]) {
    const [found, wanted] = [await pixels(clean.bytes, { managed }), await pixels(original, { managed })]
    expect([found.width, found.height, found.channels]).toEqual([wanted.width, wanted.height, wanted.channels])
    expect([clean.width, clean.height]).toEqual([wanted.width, wanted.height])
    expect(Buffer.compare(found.data, wanted.data)).toBe(0)
  }
}

const TRACES =
  /GPS|http:\/\/ns\.adobe|xmp|XMP|Photoshop|8BIM|MPF|FPXR|JFXX|<\?php|<script|ftyp|NIKON|Nikon|iPhone|Apple|Canon|HUAWEI|Google|IEC61966|Display P3|Copyright|Hewlett|KANARIE/

/** Nothing but the orientation for those who read metadata, and no trace for those who read bytes. */
async function expectClean({ bytes, contentType }: CleanPhoto): Promise<void> {
  const { exif, xmp, iptc, comments, icc, orientation = 1 } = await sharp(bytes).metadata()
  expect({ xmp, iptc, comments }).toEqual({})
  expect(exif?.length ?? 0).toBeLessThanOrEqual(32)
  expect(exif === undefined).toBe(orientation === 1)
  // Maker, model, creator and checksum of the profile.
  if (icc) expect(Buffer.concat([icc.subarray(44, 64), icc.subarray(80, 128)]).every((byte) => byte === 0)).toBe(true)
  const text = Buffer.from(bytes).toString('latin1')
  expect(text).not.toMatch(TRACES)
  // Profiles and Windows write two bytes a letter.
  expect(text.replaceAll('\0', '')).not.toMatch(TRACES)
  if (contentType !== 'image/jpeg') return
  const all = { tiff: true, exif: true, gps: true, interop: true, ifd1: true, xmp: true, iptc: true, icc: false }
  const read = await exifr.parse(Buffer.from(bytes), { ...all, jfif: false, translateValues: false })
  expect(read).toEqual(orientation === 1 ? undefined : { Orientation: orientation })
  expect(bytes.subarray(-2)).toEqual(Uint8Array.of(0xff, 0xd9))
}

async function expectSettled({ bytes }: CleanPhoto): Promise<void> {
  const again = await photos.clean(bytes)
  expect(Buffer.compare(again.bytes, bytes)).toBe(0)
}

const reasonOf = async (by: Photos, bytes: Uint8Array) => {
  const outcome = await tryPhoto(by, { name: 'a.jpg', bytes })
  return isRefused(outcome) ? { reason: outcome.reason, kind: outcome.kind } : null
}

describe('a photo stripped without decoding it', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])('held in orientation %i stays upright', async (orientation) => {
    const photo = await photos.clean(await orientedPhoto(orientation))
    expect([photo.width, photo.height, photo.thumb]).toEqual([320, 200, null])
    const { data, width, height, channels } = await pixels(photo.bytes)
    const upright = await sharp(data, { raw: { width, height, channels } }).png().toBuffer()
    expect(await corners(upright)).toEqual(await corners(await paintedPhoto()))
    await expectClean(photo)
  })

  it.each([
    ['a JPEG', ladenJpeg],
    ['a PNG', ladenPng],
    ['a WebP', ladenWebp],
    ['a WebP without loss', () => ladenWebp({ lossless: true })],
  ])('%s loses whatever can be hidden in it, and no pixel', async (_kind, laden) => {
    const bytes = await laden()
    expect(Buffer.from(bytes).toString('latin1').split(CANARY).length).toBeGreaterThan(4)
    const photo = await photos.clean(bytes)
    expect([photo.width, photo.height]).toEqual([320, 200])
    await expectClean(photo)
    expect((await sharp(photo.bytes).metadata()).orientation).toBe(6)
    await expectSamePixels(photo, photo.contentType === 'image/png' ? await ladenPng() : bytes)
    await expectSettled(photo)
  })

  it('keeps wide colours as numbers, and drops a profile that is more than numbers', async () => {
    const wide = await sharp(await paintedPhoto())
      .withIccProfile('p3')
      .jpeg()
      .toBuffer()
    const photo = await photos.clean(wide)
    expect((await sharp(photo.bytes).metadata()).icc?.length).toBeLessThan(1000)
    const [as, without] = [await pixels(photo.bytes, { managed: true }), await pixels(photo.bytes)]
    expect(Buffer.compare(as.data, without.data)).not.toBe(0)
    const print = await sharp(await paintedPhoto())
      .withIccProfile('cmyk')
      .jpeg()
      .toBuffer()
    expect((await sharp(print).metadata()).icc).toBeDefined()
    expect((await sharp((await photos.clean(print)).bytes).metadata()).icc).toBeUndefined()
  })

  it('is right in colour when only the maker of the file says how its numbers are meant', async () => {
    const inks = await sharp(await paintedPhoto())
      .toColourspace('cmyk')
      .jpeg()
      .toBuffer()
    await expectSamePixels(await photos.clean(inks), inks)
  })

  it('of a moving picture is the first, which stands', async () => {
    const moving = await movingWebp()
    expect((await sharp(moving).metadata()).pages).toBe(2)
    const photo = await photos.clean(moving)
    expect((await sharp(photo.bytes).metadata()).pages).toBeUndefined()
    await expectSamePixels(photo, await sharp(moving, { page: 0 }).png().toBuffer())
    await expectSettled(photo)
  })

  it('keeps a scan byte by byte, with stuffed bytes and restart marks, and not what stands around it', async () => {
    const tables = jpegSegment(0xdb, new Uint8Array(65).fill(1))
    const frame = jpegSegment(0xc0, Uint8Array.of(8, 0, 8, 0, 8, 1, 1, 0x11, 0))
    const begin = jpegSegment(0xda, Uint8Array.of(1, 1, 0, 0, 63, 0))
    const scan = Uint8Array.of(1, 0xff, 0, 2, 0xff, 0xd0, 3, 0xff, 0xff, 0xd1, 4)
    const [start, end, fill] = [Uint8Array.of(0xff, 0xd8), Uint8Array.of(0xff, 0xd9), Uint8Array.of(0xff, 0xff)]
    const sent = Buffer.concat([start, fill, tables, fill, frame, begin, scan, fill, end, Buffer.from(CANARY)])
    const wanted = Buffer.concat([start, tables, frame, begin, scan, end])
    expect(Buffer.from((await photos.clean(sent)).bytes)).toEqual(wanted)
  })
})

describe('what is no sound photo is refused from its structure alone', () => {
  const refused = async (bytes: Uint8Array) => (await reasonOf(photos, bytes))?.reason
  const JPEG_FRAME = Buffer.from([0xff, 0xc0])

  it('a JPEG without its end, with two frames, with more scans than any camera makes, or a table too many', async () => {
    const whole = Buffer.from(await paintedPhoto())
    const at = whole.indexOf(JPEG_FRAME)
    const frame = whole.subarray(at, at + 2 + whole.readUInt16BE(at + 2))
    const scans = whole.subarray(whole.indexOf(Buffer.from([0xff, 0xda])), -2)
    const end = whole.subarray(-2)
    const head = whole.subarray(0, whole.length - scans.length - 2)
    expect(await refused(Buffer.concat([head, scans, end]))).toBeUndefined()
    expect(await refused(Buffer.concat([head, scans]))).toBe('photo_broken')
    expect(await refused(Buffer.concat([head, end]))).toBe('photo_broken')
    expect(await refused(Buffer.concat([head, frame, scans, end]))).toBe('photo_broken')
    expect(await refused(Buffer.concat([head, ...Array.from({ length: 101 }, () => scans), end]))).toBe('photo_broken')
    const table = jpegSegment(0xdb, new Uint8Array(80))
    expect(await refused(Buffer.concat([head, table, scans, end]))).toBe('photo_broken')
  })

  it('a PNG whose picture does not add up, or that does not end', async () => {
    const whole = await sharp(await paintedPhoto())
      .png()
      .toBuffer()
    const bent = Uint8Array.from(whole)
    bent[bent.length - 30]! ^= 1
    expect(await refused(bent)).toBe('photo_broken')
    expect(await refused(whole.subarray(0, -12))).toBe('photo_broken')
    const twice = Buffer.concat([whole.subarray(0, 33), whole.subarray(8, 33), whole.subarray(33)])
    expect(await refused(twice)).toBe('photo_broken')
  })

  it('a WebP that is shorter than it says, or larger in truth than on its cover', async () => {
    const whole = await ladenWebp({ lossless: true })
    expect(await refused(whole.subarray(0, 200))).toBe('photo_broken')
    const smaller = Uint8Array.from(whole)
    smaller.set([9, 0, 0, 9, 0, 0], 24)
    expect(await refused(smaller)).toBe('photo_broken')
  })

  it('more pixels than anybody needs are refused before any work, as with a decoder', async () => {
    const bomb = Uint8Array.from(await paintedPhoto())
    const at = Buffer.from(bomb).indexOf(JPEG_FRAME)
    bomb.set([0xff, 0xff, 0xff, 0xff], at + 5)
    expect(await reasonOf(photos, bomb)).toEqual(await reasonOf(byNative, bomb))
    expect(await refused(bomb)).toBe('photo_too_many_pixels')
  })

  it('whatever is cut, bent or doubled in a file, the answer is a settled photo or a reason', async () => {
    const made = [ladenJpeg(), paintedPhoto(), ladenPng(), ladenWebp(), ladenWebp({ lossless: true }), movingWebp()]
    const files = await Promise.all(made)
    const spot = fc.double({ min: 0, max: 1, noNaN: true })
    // Half of the damage goes to the first bytes, where the structure is.
    const place = fc.oneof(
      spot,
      spot.map((at) => at * 0.02),
    )
    const bends = fc.array(fc.tuple(place, fc.nat(255)), { maxLength: 6 })
    const damage = fc.record({ file: fc.nat(files.length - 1), bends, cut: fc.option(place), from: spot, to: spot })
    await fc.assert(
      fc.asyncProperty(damage, async ({ file, bends, cut, from, to }) => {
        const whole = files[file]!
        const bytes = Uint8Array.from(cut === null ? whole : whole.subarray(0, cut * whole.length))
        for (const [at, value] of bends) bytes[Math.floor(at * bytes.length)] = value
        if (from < 0.2) bytes.copyWithin(to * bytes.length, from * bytes.length, from * bytes.length + 50)
        const outcome = await photos.clean(bytes).catch((error: unknown) => error)
        if (outcome instanceof AppError) {
          expect(outcome.reason).toMatch(/^photo_(broken|wrong_kind|too_many_pixels)$/)
          return
        }
        if (outcome instanceof Error) throw outcome
        const photo = outcome as CleanPhoto
        expect(photo.width * photo.height).toBeGreaterThan(0)
        await expectSettled(photo)
      }),
      { numRuns: 1500 },
    )
  })
})

const FOLDER = sharedData('photos')

describe.skipIf(!FOLDER)(`the hundred files${FOLDER ? '' : ` (skipped: ${NO_SHARED_DATA})`}`, () => {
  const names = FOLDER
    ? readdirSync(FOLDER, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(FOLDER.length + 1))
        .sort()
    : []
  const bytesOf = (name: string) => new Uint8Array(readFileSync(join(FOLDER!, name)))

  it.each(names)('%s comes out clean and unchanged, or is refused as by a decoder', async (name) => {
    const bytes = bytesOf(name)
    const refused = await reasonOf(photos, bytes)
    expect(refused).toEqual(await reasonOf(byNative, bytes))
    if (refused) return
    const photo = await photos.clean(bytes)
    await expectClean(photo)
    await expectSettled(photo)
    // Its scan is damaged, which no structure shows: it stays as damaged as it was.
    if (!name.endsWith('bitfehler.jpg')) await expectSamePixels(photo, bytes)
  })

  it('are there', () => {
    expect(names.length).toBeGreaterThan(90)
  })
})
