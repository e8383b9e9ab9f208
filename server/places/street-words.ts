/** Names of streets as people write them, brought to one form. Pure. */

/** What somebody typed into the address field, taken apart. */
export type AddressWords = {
  /** Folded, with everything that may be the name; a number at the end included. */
  whole: string
  /** Folded, without the house number. */
  street: string
  /** `30a`; '' when none was typed. */
  number: string
  postcode: string
  /** Folded words after a comma or a postcode: a part of the town, or the town. */
  rest: string
}

const LETTERS: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', æ: 'ae', ø: 'oe' }
/** 30, 30a, 30 a, 30-32, 30/2 at the end, looked for once from each gap between words. */
const NUMBER = /(?<![\s,])[\s,]+(\d{1,4}\s?[a-z]?(?:\s?[-/+]\s?\d{1,4}\s?[a-z]?)?)$/i
const GLUED = /^(.*[a-zß.])(\d{1,4}\s?[a-z]?)$/i

/** "Rud.-Brandes-Str." and "rud brandes straße" become the same: small letters, no signs, "strasse" written out. */
export function foldStreet(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFC')
    .replaceAll(/[äöüßæø]/g, (letter) => LETTERS[letter]!)
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .split(' ')
    .map(writtenOut)
    .join(' ')
}

function writtenOut(word: string): string {
  if (word === 'st') return 'sankt'
  if (word === 'pl') return 'platz'
  return word.replace(/str$/, 'strasse')
}

/** "30 A" → `30a` */
export const foldNumber = (number: string): string => number.toLowerCase().replaceAll(/\s+/g, '')

export function readAddressWords(words: string): AddressWords {
  const postcode = /(?:^|[\s,])(\d{5})(?=$|[\s,])/.exec(words)
  const before = postcode?.index ? words.slice(0, postcode.index) : words.replace(postcode?.[0] ?? '', ' ')
  const after = postcode?.index ? words.slice(postcode.index + postcode[0].length) : ''
  const [name = '', ...others] = before.split(',')
  const numberAlone = /^\s*\d{1,4}\s?[a-z]?\s*$/i.test(others[0] ?? '') ? others.shift() : undefined
  const text = `${name.trim()}${numberAlone === undefined ? '' : ` ${numberAlone.trim()}`}`.trim()
  const [street = text, number = ''] = splitNumber(text)
  return {
    whole: foldStreet(text),
    street: foldStreet(street),
    number: foldNumber(number),
    postcode: postcode?.[1] ?? '',
    rest: foldStreet([...others, after].join(' ')),
  }
}

/** Street and number, or nothing where there is no number behind a word. */
function splitNumber(text: string): string[] {
  const found = NUMBER.exec(text)
  const street = found && text.slice(0, found.index)
  if (street && /[^\d\s]/.test(street)) return [street, found[1]!]
  return GLUED.exec(text)?.slice(1) ?? []
}

const COORDINATES =
  /^\s*([+-]?\d{1,2}(?:[.,]\d+)?)\s*°?\s*[nN]?\s*(?:[;,\s])\s*([+-]?\d{1,3}(?:[.,]\d+)?)\s*°?\s*[eEoO]?\s*$/

/** "52.08, 8.75" or "52,08; 8,75" as a place, or null: at least one number has a fraction. */
export function readCoordinates(words: string): { lat: number; lon: number } | null {
  const found = COORDINATES.exec(words)
  if (!found || !/\d[.,]\d/.test(found[1]!) || !/\d[.,]\d/.test(found[2]!)) return null
  const [lat, lon] = [found[1]!, found[2]!].map((text) => Number(text.replace(',', '.'))) as [number, number]
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? { lat, lon } : null
}
