/** Finds places by words and words by places: the town's own list first, then a geocoder where there is one. */
import { type Ctx, inTransaction } from '../context.ts'
import type { FoundPlace, Geocoder, Point } from '../ports.ts'
import { listHouseRows, listNearRows, type TownAddress } from './rows.ts'
import { findStreets, type Street } from './street-index.ts'
import { streetsOf } from './street-list.ts'
import { type AddressWords, foldNumber, foldStreet, readAddressWords, readCoordinates } from './street-words.ts'

export type FoundAddress = FoundPlace & {
  source: 'list' | 'geocoder' | 'words'
  /** Not in this town. */
  isOutside?: true
  /** The street is right, the house is not known: the place is somewhere in the street. */
  isRough?: true
}
export type FoundAddresses = {
  items: FoundAddress[]
  /** The geocoder did not answer: what the town's own list knows is all there is. */
  isIncomplete: boolean
}
export type FindAddresses = {
  words: string
  most: number
  /** Asked at every few letters, which some geocoders do not allow. */
  isTyping?: boolean
}

/** Shorter words fit everything. */
const SHORTEST = 2
/** Metres within which two answers of one name are one place. */
const ONE_PLACE_M = 250
/** As exact as a hand's breadth, and as a label still readable. */
const DECIMALS = 5

/** @returns at most `most`, best first; nothing for fewer than two letters */
export async function findAddresses(
  ctx: Ctx,
  geocoder: Geocoder | null,
  { words, most, isTyping = false }: FindAddresses,
): Promise<FoundAddresses> {
  const point = readCoordinates(words)
  if (point) return { items: await markOutside(ctx, [typedPlace(point)]), isIncomplete: false }
  const asked = readAddressWords(words)
  if (asked.whole.length < SHORTEST) return { items: [], isIncomplete: false }
  const [known, found] = await Promise.all([
    fromList(ctx, asked, most),
    geocoder && (!isTyping || geocoder.mayComplete) ? fromGeocoder(ctx, geocoder, { words, most }) : [],
  ])
  const items = withoutDoubles(known, found ?? []).slice(0, most)
  return { items: await markOutside(ctx, items), isIncomplete: found === null }
}

function typedPlace({ lat, lon }: Point): FoundAddress {
  return { label: `${lat.toFixed(DECIMALS)}, ${lon.toFixed(DECIMALS)}`, lat, lon, source: 'words' }
}

async function fromList(ctx: Ctx, asked: AddressWords, most: number): Promise<FoundAddress[]> {
  const streets = findStreets(await streetsOf(ctx), asked, most)
  if (asked.number === '') return streets.map((street) => ofStreet(street))
  return inTransaction(ctx, async (ctx) => {
    const found: FoundAddress[] = []
    for (const street of streets) {
      // A number may belong to the name itself: "Straße des 17. Juni".
      if (street.folded === asked.whole || street.folded.startsWith(`${asked.whole} `)) found.push(ofStreet(street))
      else found.push(houseOf(street, street.numbers > 0 ? await listHouseRows(ctx, street) : [], asked.number))
    }
    return found
  })
}

const labelOf = (street: string, number: string, part: string) =>
  [`${street}${number === '' ? '' : ` ${number}`}`, part].filter(Boolean).join(', ')

const ofStreet = ({ street, part, postcode, lat, lon }: Street): FoundAddress => ({
  label: labelOf(street, '', part),
  lat,
  lon,
  postcode: postcode ?? undefined,
  source: 'list',
})

/** The house, or the one with the nearest number; a house nobody listed stands somewhere in its street. */
function houseOf(street: Street, houses: TownAddress[], number: string): FoundAddress {
  const value = Number.parseInt(number, 10)
  const away = (one: TownAddress) => Math.abs(Number.parseInt(one.number, 10) - value)
  const exact = houses.find((one) => foldNumber(one.number) === number)
  const [nearest] = houses.filter((one) => Number.isFinite(away(one))).sort((a, b) => away(a) - away(b))
  const at = exact ?? nearest ?? street
  return {
    label: labelOf(street.street, exact?.number ?? number, street.part),
    lat: at.lat,
    lon: at.lon,
    postcode: at.postcode ?? undefined,
    source: 'list',
    ...(exact ? {} : { isRough: true as const }),
  }
}

/** Null when it does not answer. */
async function fromGeocoder(
  ctx: Ctx,
  geocoder: Geocoder,
  { words, most }: { words: string; most: number },
): Promise<FoundAddress[] | null> {
  const { bounds } = ctx.town
  const found = await geocoder.search(words, { bounds, language: ctx.language, most }).catch(() => null)
  return found === null ? null : found.map((one) => ({ ...one, source: 'geocoder' as const }))
}

/** One place under one name stays once; where the list only knows the street, the geocoder's house is better. */
function withoutDoubles(known: FoundAddress[], found: FoundAddress[]): FoundAddress[] {
  const left = [...found]
  const merged = known.map((one) => {
    const index = left.findIndex((other) => isSamePlace(one, other))
    if (index < 0) return one
    const [other] = left.splice(index, 1)
    return one.isRough ? { ...other!, label: one.label } : one
  })
  const unique = left.filter((one, index) => left.findIndex((other) => isSamePlace(one, other)) === index)
  return [
    ...merged.filter((one) => !one.isRough),
    ...unique.filter(hasNumber),
    ...merged.filter((one) => one.isRough),
    ...unique.filter((one) => !hasNumber(one)),
  ]
}

const hasNumber = ({ label }: FoundAddress) => readAddressWords(label).number !== ''

function isSamePlace(a: FoundAddress, b: FoundAddress): boolean {
  const name = ({ label }: FoundAddress) => foldStreet(label.split(',')[0]!).replaceAll(' ', '')
  // The middle of a long street is far from its ends, and both are that street.
  const near = a.isRough || b.isRough || !hasNumber(a) ? ONE_PLACE_M * 8 : ONE_PLACE_M
  return name(a) === name(b) && metresBetween(a, b) < near
}

async function markOutside(ctx: Ctx, items: FoundAddress[]): Promise<FoundAddress[]> {
  return Promise.all(
    items.map(async (one) =>
      (await ctx.places.covers(ctx.town.key, one)) ? one : { ...one, isOutside: true as const },
    ),
  )
}

/** How near an address must be to name a place. */
const NAMES_M = 60
/** How far around it is looked for places to choose from. */
const AROUND_M = 800
const DEGREE_M = 111_320

export type NearAddress = FoundAddress & { metres: number }

/** The words for a place: the nearest address within 60 m, or the geocoder's; null when nobody knows one. */
export async function nameAt(ctx: Ctx, geocoder: Geocoder | null, point: Point): Promise<NearAddress | null> {
  const { items } = await addressesNear(ctx, geocoder, { point, most: 1 })
  const [nearest] = items
  return nearest && nearest.metres <= NAMES_M ? nearest : null
}

/**
 * Addresses around a place, nearest first, within 800 m. Where none of the town's own is within 60 m, the geocoder's
 * stands first.
 */
export async function addressesNear(
  ctx: Ctx,
  geocoder: Geocoder | null,
  { point, most }: { point: Point; most: number },
): Promise<{ items: NearAddress[]; isIncomplete: boolean }> {
  const lat = AROUND_M / DEGREE_M
  const lon = lat / Math.max(Math.cos((point.lat * Math.PI) / 180), 0.01)
  const rows = await inTransaction(ctx, (ctx) => listNearRows(ctx, point, { lat, lon, most }))
  const known = rows.map((row) => ({
    label: labelOf(row.street, row.number, row.part),
    lat: row.lat,
    lon: row.lon,
    postcode: row.postcode ?? undefined,
    source: 'list' as const,
    metres: metresBetween(point, row),
  }))
  if (!geocoder || (known[0] && known[0].metres <= NAMES_M)) return { items: known, isIncomplete: false }
  const named = await geocoder.nameAt(point, ctx.language).catch(() => undefined)
  const first = named ? [{ ...named, source: 'geocoder' as const, metres: metresBetween(point, named) }] : []
  return { items: [...first, ...known].slice(0, most), isIncomplete: named === undefined }
}

/** On the plane, which is exact enough within a town. */
function metresBetween(a: Point, b: Point): number {
  const east = (a.lon - b.lon) * Math.cos((a.lat * Math.PI) / 180)
  return Math.round(Math.hypot(a.lat - b.lat, east) * DEGREE_M)
}
