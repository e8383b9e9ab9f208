/** PNG (ISO/IEC 15948) without anything but the picture; of a moving one (APNG) the picture that stands. */
import { big32, broken, join, latin, type Stripped, viewOf } from './bytes.ts'
import { crc32 } from './crc32.ts'
import { exifOf, orientationOf } from './orientation.ts'

const SIGNATURE = 8
/**
 * Chunks that the picture is made of or that say its colours in plain numbers, with their possible lengths. A profile
 * (iCCP) is packed text with room for anything and goes: PNGs are pictures of screens, which hardly need it.
 */
const KEPT: Record<string, (length: number) => boolean> = {
  IHDR: (length) => length === 13,
  PLTE: (length) => length > 0 && length <= 768 && length % 3 === 0,
  tRNS: (length) => length > 0 && length <= 256,
  gAMA: (length) => length === 4,
  cHRM: (length) => length === 32,
  sRGB: (length) => length === 1,
  cICP: (length) => length === 4,
}
const isNeeded = (name: string) => /^[A-Z]/.test(name)
const PALETTE = 3

type Chunk = { name: string; body: Uint8Array; whole: Uint8Array; isSound: boolean }

/** @throws invalid `photo_broken` */
export function stripPng(bytes: Uint8Array): Stripped {
  const before = new Map<string, Uint8Array>()
  const data: Uint8Array[] = []
  let orientation = 1
  let isPast = false
  for (const { name, body, whole, isSound } of chunksOf(bytes)) {
    if (before.size === 0 && name !== 'IHDR') throw broken()
    if (isNeeded(name) && !isSound) throw broken()
    if (name === 'IDAT') {
      if (isPast) throw broken()
      data.push(whole)
      continue
    }
    isPast = data.length > 0
    if (name === 'eXIf') orientation = orientationOf(body)
    const fits = KEPT[name]?.(body.length) && isSound
    if (isNeeded(name) && (!fits || before.has(name))) throw broken()
    if (fits && !isPast && !before.has(name)) before.set(name, whole)
  }
  const [header, ...colours] = before.values()
  if (!header || data.length === 0) throw broken()
  if (header[8 + 9] === PALETTE && !before.has('PLTE')) throw broken()
  const exif = orientation === 1 ? [] : [chunk('eXIf', exifOf(orientation))]
  const parts = [bytes.subarray(0, SIGNATURE), header, ...exif, ...colours, ...data, chunk('IEND', new Uint8Array())]
  return { bytes: join(parts), orientation }
}

/** Up to the end chunk, without it. @throws broken where there is none */
function* chunksOf(bytes: Uint8Array): Generator<Chunk> {
  const view = viewOf(bytes)
  let at = SIGNATURE
  for (;;) {
    const length = view.getUint32(at)
    const end = at + 12 + length
    if (end > bytes.length) throw broken()
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    if (name === 'IEND') return
    const isSound = !isRead(name) || view.getUint32(end - 4) === crc32(bytes.subarray(at + 4, end - 4))
    yield { name, body: bytes.subarray(at + 8, end - 4), whole: bytes.subarray(at, end), isSound }
    at = end
  }
}

/** What is dropped need not be sound. */
const isRead = (name: string) => name in KEPT || name === 'IDAT' || name === 'eXIf'

function chunk(name: string, body: Uint8Array): Uint8Array {
  const named = join([latin(name), body])
  return join([big32(body.length), named, big32(crc32(named))])
}
