/**
 * Phones paint in colours wider than sRGB, which without their profile look pale. A profile is no personal data, but it
 * names maker, model and software and has room for any text. So it is written anew from its numbers: primaries, white
 * and curves. What has more than these (tables for print and scanners) is dropped: then colours are a little off.
 */
import { big16, big32, join, latin, viewOf } from './bytes.ts'

const HEADER = 128
const NUMBERS: Record<string, string[]> = {
  'RGB ': ['wtpt', 'chad', 'rXYZ', 'gXYZ', 'bXYZ', 'rTRC', 'gTRC', 'bTRC'],
  GRAY: ['wtpt', 'chad', 'kTRC'],
}
/** Primaries may be left out by none but a grey one. */
const NEEDED: Record<string, string[]> = { 'RGB ': NUMBERS['RGB ']!.slice(2), GRAY: ['kTRC'] }
/** sRGB's usual curve has 1024 points. */
const MOST_POINTS = 4096
/** Numbers of the parametric curves 0 to 4. */
const PARAMETERS = [1, 3, 4, 5, 7]
const D50 = join([big32(0xf6d6), big32(0x10000), big32(0xd32d)])

/** The same colours without a word; null for a profile that is more than numbers, or none. */
export function plainProfile(profile: Uint8Array): Uint8Array | null {
  try {
    const view = viewOf(profile)
    const space = text(profile, 16)
    const known = NUMBERS[space]
    if (!known || text(profile, 20) !== 'XYZ ' || text(profile, 36) !== 'acsp') return null
    const tags = readTags(profile, known)
    if (!NEEDED[space]!.every((name) => tags.has(name))) return null
    return write({ version: view.getUint16(8), space, intent: view.getUint32(64) & 3 }, tags)
  } catch {
    // An offset beyond the end.
    return null
  }
}

const text = (bytes: Uint8Array, at: number) => String.fromCharCode(...bytes.subarray(at, at + 4))

/** Curves that are one and the same stay one: `from` is where they lie. */
type Tag = { from: number; value: Uint8Array }

function readTags(profile: Uint8Array, known: readonly string[]): Map<string, Tag> {
  const view = viewOf(profile)
  const tags = new Map<string, Tag>()
  const count = Math.min(view.getUint32(HEADER), 100)
  for (let index = 0; index < count; index += 1) {
    const at = HEADER + 4 + index * 12
    const name = text(profile, at)
    if (!known.includes(name)) continue
    const from = view.getUint32(at + 4)
    tags.set(name, { from, value: numbersAt(profile, from) })
  }
  return new Map(known.filter((name) => tags.has(name)).map((name) => [name, tags.get(name)!]))
}

/** @throws RangeError for a type that is not known, too */
function numbersAt(profile: Uint8Array, from: number): Uint8Array {
  const view = viewOf(profile)
  const type = text(profile, from)
  const numbers = (at: number, length: number) => {
    if (from + at + length > profile.length) throw new RangeError()
    return profile.subarray(from + at, from + at + length)
  }
  const typed = (...rest: Uint8Array[]) => join([latin(type), big32(0), ...rest])
  if (type === 'XYZ ') return typed(numbers(8, 12))
  if (type === 'sf32') return typed(numbers(8, 36))
  if (type === 'curv') {
    const points = view.getUint32(from + 8)
    if (points > MOST_POINTS) throw new RangeError()
    return typed(big32(points), numbers(12, points * 2))
  }
  const kind = view.getUint16(from + 8)
  const parameters = PARAMETERS[kind]
  if (type !== 'para' || !parameters) throw new RangeError()
  return typed(big16(kind), big16(0), numbers(12, parameters * 4))
}

/** Every profile must have a name and a licence; readers want words there. */
const NAME = join([latin('mluc'), big32(0), big32(1), big32(12), latin('enUS'), big32(2), big32(28), big16(0x2d)])

function write({ version, space, intent }: { version: number; space: string; intent: number }, tags: Map<string, Tag>) {
  const all = new Map([['desc', { from: -1, value: NAME }], ['cprt', { from: -1, value: NAME }], ...tags])
  const index: Uint8Array[] = []
  const values: Uint8Array[] = []
  const placed = new Map<number, number>()
  let end = HEADER + 4 + all.size * 12
  for (const [name, { from, value }] of all) {
    if (!placed.has(from)) {
      placed.set(from, end)
      const padding = new Uint8Array(-value.length & 3)
      values.push(value, padding)
      end += value.length + padding.length
    }
    index.push(latin(name), big32(placed.get(from)!), big32(value.length))
  }
  return join([headerOf({ version, space, intent, length: end }), big32(all.size), ...index, ...values])
}

function headerOf(about: { version: number; space: string; intent: number; length: number }): Uint8Array {
  const header = new Uint8Array(HEADER)
  header.set(big32(about.length), 0)
  header.set(big16(about.version), 8)
  header.set(latin(`mntr${about.space}XYZ `), 12)
  // A date is asked for, the true one would tell something.
  header.set(join([big16(2000), big16(1), big16(1)]), 24)
  header.set(latin('acsp'), 36)
  header.set(big32(about.intent), 64)
  header.set(D50, 68)
  return header
}
