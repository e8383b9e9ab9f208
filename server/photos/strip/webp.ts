/** WebP (RFC 9649) without anything but the picture; of a moving one the first. */
import { pictureSize, type Size } from '../picture-header.ts'
import { broken, join, latin, little24, little32, type Stripped, viewOf } from './bytes.ts'
import { plainProfile } from './colour-profile.ts'
import { exifOf, orientationOf } from './orientation.ts'

const HEADER = 12
const [PROFILE_FLAG, ALPHA_FLAG, EXIF_FLAG] = [0x20, 0x10, 0x08]
/** Of a frame: where, how large, how long. */
const FRAME_HEADER = 16

type Chunk = { name: string; body: Uint8Array }
/** `VP8 ` or `VP8L`, with what is said of its holes beside it. */
type Still = { picture: Chunk; alpha: Chunk | undefined }

/** @throws invalid `photo_broken` */
export function stripWebp(bytes: Uint8Array): Stripped {
  const end = 8 + viewOf(bytes).getUint32(4, true)
  if (end > bytes.length) throw broken()
  const chunks = [...chunksOf(bytes.subarray(HEADER, end))]
  const canvas = pictureSize(bytes, 'webp')
  const frame = chunks.find(({ name }) => name === 'ANMF')
  const still = stillOf(frame ? [...chunksOf(frame.body.subarray(FRAME_HEADER))] : chunks)
  const size = sizeOf(still.picture)
  // Else the limit that the outer size was held against would mean nothing.
  if (!size || !canvas || size.width > canvas.width || size.height > canvas.height) throw broken()
  const body = (name: string) => chunks.find((one) => one.name === name)?.body
  const orientation = orientationOf(body('EXIF') ?? new Uint8Array())
  const profile = plainProfile(body('ICCP') ?? new Uint8Array())
  return { bytes: riff([...extension({ still, size, orientation, profile })]), orientation }
}

/** @throws broken for one that is cut off */
function* chunksOf(bytes: Uint8Array): Generator<Chunk> {
  const view = viewOf(bytes)
  for (let at = 0; at + 8 <= bytes.length; ) {
    const from = at + 8
    const end = from + view.getUint32(at + 4, true)
    if (end > bytes.length) throw broken()
    yield { name: String.fromCharCode(...bytes.subarray(at, at + 4)), body: bytes.subarray(from, end) }
    at = end + (end & 1)
  }
}

function stillOf(chunks: readonly Chunk[]): Still {
  const picture = chunks.find(({ name }) => name === 'VP8 ' || name === 'VP8L')
  if (!picture) throw broken()
  const alpha = picture.name === 'VP8 ' ? chunks.find(({ name }) => name === 'ALPH') : undefined
  return { picture, alpha }
}

/** As the picture itself says, by its own signature; null where that is another. */
function sizeOf({ name, body }: Chunk): Size | null {
  const isKey = name === 'VP8 ' && !(body[0]! & 1) && body[3] === 0x9d && body[4] === 0x01 && body[5] === 0x2a
  const isLossless = name === 'VP8L' && body[0] === 0x2f
  return isKey || isLossless ? pictureSize(riff([{ name, body: body.subarray(0, 16) }]), 'webp') : null
}

type Parts = { still: Still; size: Size; orientation: number; profile: Uint8Array | null }

/** The simple form where it is enough. */
function* extension({ still: { picture, alpha }, size, orientation, profile }: Parts): Generator<Chunk> {
  const isTurned = orientation !== 1
  if (profile || alpha || isTurned) {
    const hasHoles = alpha || (picture.name === 'VP8L' && picture.body[4]! & 0x10)
    const flags = (profile ? PROFILE_FLAG : 0) | (hasHoles ? ALPHA_FLAG : 0) | (isTurned ? EXIF_FLAG : 0)
    const body = join([little32(flags), little24(size.width - 1), little24(size.height - 1)])
    yield { name: 'VP8X', body }
  }
  if (profile) yield { name: 'ICCP', body: profile }
  if (alpha) yield alpha
  yield picture
  if (isTurned) yield { name: 'EXIF', body: exifOf(orientation) }
}

function riff(chunks: readonly Chunk[]): Uint8Array {
  const body = chunks.flatMap(({ name, body }) => [
    latin(name),
    little32(body.length),
    body,
    new Uint8Array(body.length & 1),
  ])
  const whole = join([latin('WEBP'), ...body])
  return join([latin('RIFF'), little32(whole.length), whole])
}
