/** JPEG (ISO/IEC 10918-1) without anything but the picture. No pixel is touched: what decoding needs goes over as is. */
import { big16, broken, join, latin, type Stripped, startsWith, viewOf } from './bytes.ts'
import { plainProfile } from './colour-profile.ts'
import { jpegExifOf, orientationOf } from './orientation.ts'

const [SOI, EOI, SOS] = [0xd8, 0xd9, 0xda]
const [DHT, DQT, DRI, DAC, DNL, COM] = [0xc4, 0xdb, 0xdd, 0xcc, 0xdc, 0xfe]
const [APP0, APP1, APP2, APP14, APP15] = [0xe0, 0xe1, 0xe2, 0xee, 0xef]
/** Baseline, extended and progressive with Huffman codes: all that browsers show. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xc2
const isBare = (marker: number) => marker === 0x01 || isRestart(marker)
const isRestart = (marker: number) => marker >= 0xd0 && marker <= 0xd7
const isNotice = (marker: number) => (marker >= APP0 && marker <= APP15) || [COM, DAC, DNL].includes(marker)

/** Progressive ones have ten; thousands are made to keep browsers busy. */
const MOST_SCANS = 100
const ICC = 'ICC_PROFILE\0\u0001\u0001'

/** @throws invalid `photo_broken` */
export function stripJpeg(bytes: Uint8Array): Stripped {
  const about: Notices = { orientation: 1 }
  const picture: Uint8Array[] = []
  let components: Uint8Array | undefined
  let scans = 0
  for (const { marker, body, scan } of segmentsOf(bytes)) {
    if (isNotice(marker)) {
      // Decoders have made up their mind when the first scan begins.
      if (scans === 0) take(about, marker, body)
      continue
    }
    if (isFrame(marker)) {
      if (components) throw broken()
      components = componentsOf(body)
    } else if (marker === SOS) {
      scans += 1
      if (!components || !isScanOf(components, body) || scan.length === 0 || scans > MOST_SCANS) throw broken()
    } else if (!TABLES[marker]?.(body)) throw broken()
    picture.push(segment(marker, body), scan)
  }
  if (scans === 0) throw broken()
  return { bytes: join([Uint8Array.of(0xff, SOI), ...told(about), ...picture, END]), orientation: about.orientation }
}

const END = Uint8Array.of(0xff, EOI)
const NO_SCAN = new Uint8Array()
const segment = (marker: number, body: Uint8Array) => join([Uint8Array.of(0xff, marker), big16(body.length + 2), body])

type Segment = { marker: number; body: Uint8Array; scan: Uint8Array }

/** Up to the end marker: behind it phones hang second pictures and films. @throws broken where there is none */
function* segmentsOf(bytes: Uint8Array): Generator<Segment> {
  const view = viewOf(bytes)
  let at = 2
  for (;;) {
    at = markerFrom(bytes, at)
    const marker = bytes[at]!
    at += 1
    if (marker === EOI) return
    if (isBare(marker)) continue
    const end = at + 2 <= bytes.length ? at + view.getUint16(at) : Number.POSITIVE_INFINITY
    if (end < at + 2 || end > bytes.length) throw broken()
    const body = bytes.subarray(at + 2, end)
    at = marker === SOS ? scanEnd(bytes, end) : end
    yield { marker, body, scan: marker === SOS ? bytes.subarray(end, at) : NO_SCAN }
  }
}

/** Where the next marker's own byte is. Decoders pass over stray and fill bytes before it. */
function markerFrom(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at)) {
    while (bytes[at] === 0xff) at += 1
    if (at < bytes.length && bytes[at] !== 0) return at
  }
  throw broken()
}

/** A scan goes on over stuffed bytes (FF 00) and restart markers, up to any other marker. */
function scanEnd(bytes: Uint8Array, from: number): number {
  for (let start = bytes.indexOf(0xff, from); start >= 0; start = bytes.indexOf(0xff, start)) {
    let at = start
    while (bytes[at] === 0xff) at += 1
    const marker = bytes[at]
    if (marker !== undefined && marker !== 0 && !isRestart(marker)) return start
    start = at
  }
  throw broken()
}

/** What notices tell that the picture looks wrong without. */
type Notices = { jfif?: true; transform?: number; profile?: Uint8Array; orientation: number; hasExif?: true }

function take(about: Notices, marker: number, body: Uint8Array): void {
  if (marker === APP0 && startsWith(body, 'JFIF\0')) about.jfif = true
  // Whether the numbers are RGB, YCbCr, CMYK or YCCK.
  else if (marker === APP14 && startsWith(body, 'Adobe') && body.length >= 12) about.transform = body[11]!
  else if (marker === APP2 && startsWith(body, ICC)) {
    const plain = plainProfile(body.subarray(ICC.length))
    if (plain) about.profile = plain
  } else if (marker === APP1 && startsWith(body, 'Exif\0\0') && !about.hasExif) {
    about.hasExif = true
    about.orientation = orientationOf(body)
  }
}

/** JFIF 1.1, square pixels, no small picture. */
const JFIF = join([latin('JFIF\0'), Uint8Array.of(1, 1, 0, 0, 1, 0, 1, 0, 0)])
const ADOBE = join([latin('Adobe'), Uint8Array.of(0, 100, 0, 0, 0, 0)])

function told({ jfif, transform, profile, orientation }: Notices): Uint8Array[] {
  const segments: Uint8Array[] = []
  if (jfif) segments.push(segment(APP0, JFIF))
  if (orientation !== 1) segments.push(segment(APP1, jpegExifOf(orientation)))
  if (profile) segments.push(segment(APP2, join([latin(ICC), profile])))
  if (transform !== undefined) segments.push(segment(APP14, join([ADOBE, Uint8Array.of(transform)])))
  return segments
}

/** Names of the components of a frame of eight bits. */
function componentsOf(body: Uint8Array): Uint8Array {
  const count = body[5] ?? 0
  if (body[0] !== 8 || ![1, 3, 4].includes(count) || body.length !== 6 + 3 * count) throw broken()
  return Uint8Array.from({ length: count }, (_, index) => body[6 + 3 * index]!)
}

function isScanOf(components: Uint8Array, body: Uint8Array): boolean {
  const count = body[0] ?? 0
  if (count < 1 || count > 4 || body.length !== 4 + 2 * count) return false
  return Array.from({ length: count }, (_, index) => body[1 + 2 * index]!).every((name) => components.includes(name))
}

/** Whether such a segment holds its tables and nothing else. */
const TABLES: Record<number, (body: Uint8Array) => boolean> = {
  [DRI]: (body) => body.length === 2,
  [DQT]: (body) => isFilled(body, (at) => (body[at]! >> 4 ? 129 : 65)),
  [DHT]: (body) => isFilled(body, (at) => 17 + body.subarray(at + 1, at + 17).reduce((sum, codes) => sum + codes, 0)),
}

function isFilled(body: Uint8Array, lengthAt: (at: number) => number): boolean {
  let at = 0
  while (at < body.length) at += lengthAt(at)
  return at === body.length
}
