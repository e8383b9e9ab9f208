/** Photos with a word hidden wherever a file has room beside its picture. */
import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { orientedPhoto } from './photos.ts'

export const CANARY = 'KANARIE'
const word = (before = '', after = '') => Buffer.from(`${before}${CANARY}${after}`, 'latin1')

const u16 = (value: number) => Buffer.from([value >> 8, value & 255])
const u32 = (value: number) => Buffer.concat([u16(value >>> 16), u16(value & 0xffff)])
export const jpegSegment = (marker: number, body: Uint8Array) =>
  Buffer.concat([Buffer.from([0xff, marker]), u16(body.length + 2), body])

/** Every kind of notice, before the picture, between its scans, and films and second pictures behind its end. */
export async function ladenJpeg(orientation = 6): Promise<Uint8Array> {
  const plain = await orientedPhoto(orientation)
  const progressive = Buffer.from(
    await sharp(plain)
      .withMetadata({ orientation })
      .withExifMerge({ IFD0: { Make: CANARY, Artist: CANARY }, IFD3: { GPSLatitude: '52/1 5/1 10/1' } })
      .withIccProfile('p3')
      .jpeg({ progressive: true, quality: 95 })
      .toBuffer(),
  )
  const notices = [
    jpegSegment(0xe0, word('JFXX\0\u0010')),
    jpegSegment(0xe1, word('http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>')),
    jpegSegment(0xe1, word('http://ns.adobe.com/xmp/extension/\0')),
    jpegSegment(0xe2, word('MPF\0MM')),
    jpegSegment(0xe2, word('FPXR\0')),
    jpegSegment(0xed, word('Photoshop 3.0\u00008BIM\u0004\u0004')),
    ...Array.from({ length: 16 }, (_, number) => jpegSegment(0xe0 + number, word(`Maker${number}\0`))),
    jpegSegment(0xfe, word('a comment ')),
  ]
  // Behind the notices of the file itself, which come first as cameras write them.
  const tables = progressive.indexOf(Buffer.from([0xff, 0xdb]))
  const second = progressive.indexOf(Buffer.from([0xff, 0xc4]), progressive.indexOf(Buffer.from([0xff, 0xda])))
  return new Uint8Array(
    Buffer.concat([
      ...[progressive.subarray(0, tables), ...notices, progressive.subarray(tables, second)],
      ...[jpegSegment(0xfe, word('between scans ')), word('stray bytes '), progressive.subarray(second)],
      ...[word('\0\0\0\u0018ftypmp42'), progressive],
    ]),
  )
}

function pngChunk(name: string, body: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(name), body])
  return Buffer.concat([u32(body.length), named, u32(crc32(named))])
}

/** With text, packed text, places, a time, a profile, frames of a moving picture, and something behind the end. */
export async function ladenPng(orientation = 6): Promise<Uint8Array> {
  const png = Buffer.from(
    await sharp(await orientedPhoto(orientation))
      .withMetadata({ orientation })
      .png()
      .toBuffer(),
  )
  const chunks = [
    pngChunk('tEXt', word('Author\0')),
    pngChunk('zTXt', Buffer.concat([Buffer.from('Comment\0\0'), deflateSync(word())])),
    pngChunk('iTXt', word('XML:com.adobe.xmp\0\0\0\0\0')),
    pngChunk('tIME', Buffer.from([7, 234, 11, 22, 12, 0, 0])),
    pngChunk('iCCP', Buffer.concat([word('', '\0\0'), deflateSync(word())])),
    pngChunk('sPLT', word()),
    pngChunk('caNv', word()),
    pngChunk('acTL', Buffer.concat([u32(2), u32(0)])),
    pngChunk('fdAT', word('\0\0\0\u0001')),
    // As long as allowed, but not sound: some writers leave such a thing.
    Buffer.concat([u32(4), word('gAMA').subarray(0, 8), u32(0)]),
  ]
  return new Uint8Array(Buffer.concat([png.subarray(0, 33), ...chunks, png.subarray(33), word()]))
}

function riffChunk(name: string, body: Uint8Array): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32LE(body.length)
  return Buffer.concat([Buffer.from(name), length, body, Buffer.alloc(body.length & 1)])
}

const riff = (chunks: Uint8Array) => riffChunk('RIFF', Buffer.concat([Buffer.from('WEBP'), chunks]))

/** Extended, with holes, and what is hidden in and behind it. */
export async function ladenWebp({ orientation = 6, lossless = false } = {}): Promise<Uint8Array> {
  const webp = Buffer.from(
    await sharp(await orientedPhoto(orientation))
      .ensureAlpha(0.5)
      .withIccProfile('p3')
      .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/">${CANARY}</x:xmpmeta>`)
      .withMetadata({ orientation })
      .withExifMerge({ IFD0: { Make: CANARY } })
      .webp({ lossless })
      .toBuffer(),
  )
  return new Uint8Array(Buffer.concat([riff(Buffer.concat([webp.subarray(12), riffChunk('CANA', word())])), word()]))
}

/** Two pictures, shown in turn. */
export async function movingWebp(): Promise<Uint8Array> {
  const frames = [await orientedPhoto(1), await orientedPhoto(3)].map((bytes) => Buffer.from(bytes))
  return new Uint8Array(
    await sharp(frames, { join: { animated: true } })
      .webp()
      .toBuffer(),
  )
}
