/** The streets of one town in memory, found by a few letters. Pure. */
import type { Point } from '../ports.ts'
import { type AddressWords, foldStreet } from './street-words.ts'

export type Street = Point & {
  street: string
  folded: string
  part: string
  postcode: string | null
  /** How many house numbers the list has in it. */
  numbers: number
}
export type StreetIndex = { streets: readonly IndexedStreet[] }
type IndexedStreet = Street & { words: string[]; squeezed: string; parts: string[] }

/** Ranks, the best first. */
const SAME = 0
const BEGINS = 1
const WORDS_BEGIN = 2
const CONTAINS = 3
const MISTYPED = 4
/** From so many letters on one may be wrong, and from so many two. */
const ONE_WRONG_FROM = 5
const TWO_WRONG_FROM = 9
/** A name's middle is looked for only from here on: "str" is in every street. */
const MIDDLE_FROM = 4

export function indexStreets(streets: readonly Street[]): StreetIndex {
  return {
    streets: streets.map((one) => ({
      ...one,
      words: one.folded.split(' '),
      squeezed: one.folded.replaceAll(' ', ''),
      parts: foldStreet(one.part).split(' ').filter(Boolean),
    })),
  }
}

/** At most so many streets that may be meant, best first. With `isWhole` a number at the end belongs to the name. */
export function findStreets({ streets }: StreetIndex, words: AddressWords, most: number): Street[] {
  const names = [...new Set([words.street, words.whole])].filter(Boolean).map(asked)
  const ranked = streets.flatMap((street) => {
    const rank = Math.min(...names.map((name) => rankOf(street, name)))
    return rank < MISTYPED ? [{ street, rank }] : []
  })
  const found = inOrder(ranked, words)
  if (found.length > 0) return found.slice(0, most)
  // Slower, and only where nothing is written as it was typed.
  const near = streets.flatMap((street) => {
    const wrong = Math.min(...names.map((name) => lettersWrong(street, name)))
    return Number.isFinite(wrong) ? [{ street, rank: MISTYPED + wrong }] : []
  })
  return inOrder(near, words).slice(0, most)
}

type Asked = { folded: string; squeezed: string; words: string[] }
const asked = (folded: string): Asked => ({ folded, squeezed: folded.replaceAll(' ', ''), words: folded.split(' ') })

function rankOf(street: IndexedStreet, name: Asked): number {
  if (street.folded === name.folded || street.squeezed === name.squeezed) return SAME
  if (street.squeezed.startsWith(name.squeezed)) return BEGINS
  const all = [...street.words, ...street.parts]
  const fits = name.words.every((word) => all.some((one) => one.startsWith(word)))
  const isNamed = name.words.some((word) => street.words.some((one) => one.startsWith(word)))
  if (fits && isNamed) return WORDS_BEGIN
  if (name.squeezed.length >= MIDDLE_FROM && street.squeezed.includes(name.squeezed)) return CONTAINS
  return Number.POSITIVE_INFINITY
}

type Ranked = { street: IndexedStreet; rank: number }

function inOrder(ranked: Ranked[], { postcode, rest }: AddressWords): Street[] {
  const restWords = rest.split(' ').filter(Boolean)
  const weigh = ({ street, rank }: Ranked) => {
    const isElsewhere = street.parts.length > 0 && !street.parts.some((part) => restWords.includes(part))
    const isOtherPost = postcode !== '' && street.postcode !== null && street.postcode !== postcode
    return rank * 4 + (restWords.length > 0 && isElsewhere ? 1 : 0) + (isOtherPost ? 2 : 0)
  }
  return ranked
    .map((one) => ({ ...one, weight: weigh(one) }))
    .sort(
      (a, b) =>
        a.weight - b.weight ||
        a.street.folded.length - b.street.folded.length ||
        a.street.folded.localeCompare(b.street.folded) ||
        a.street.part.localeCompare(b.street.part),
    )
    .map(({ street: { words: _w, squeezed: _s, parts: _p, ...street } }) => street)
}

/** Letters that differ between what was typed and the nearest beginning of the name; infinite when too many. */
function lettersWrong(street: IndexedStreet, { squeezed }: Asked): number {
  const allowed = squeezed.length >= TWO_WRONG_FROM ? 2 : squeezed.length >= ONE_WRONG_FROM ? 1 : 0
  if (allowed === 0 || street.squeezed.length + allowed < squeezed.length) return Number.POSITIVE_INFINITY
  const wrong = prefixDistance(squeezed, street.squeezed.slice(0, squeezed.length + allowed))
  return wrong <= allowed ? wrong : Number.POSITIVE_INFINITY
}

/** Fewest letters to change, add, drop or swap so that `typed` becomes a beginning of `name`. */
function prefixDistance(typed: string, name: string): number {
  let before: number[] = []
  let row = Array.from({ length: name.length + 1 }, (_, i) => i)
  for (let i = 1; i <= typed.length; i++) {
    const next = [i]
    for (let j = 1; j <= name.length; j++) {
      const isSame = typed[i - 1] === name[j - 1]
      let least = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (isSame ? 0 : 1))
      const isSwapped = i > 1 && j > 1 && typed[i - 1] === name[j - 2] && typed[i - 2] === name[j - 1]
      if (isSwapped) least = Math.min(least, before[j - 2]! + 1)
      next.push(least)
    }
    before = row
    row = next
  }
  return Math.min(...row)
}
