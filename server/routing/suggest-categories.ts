/** Which categories a text may be about, by the catalogue's own search words. Pure: nothing is learned or sent away. */
import type { Category } from '../../tenants/catalogue-schema.ts'

type Known = Pick<Category, 'key' | 'name' | 'search'>
export type Suggested = {
  /** Keys, at most three, best first. */
  categories: string[]
  /** The first is so far ahead that it may be chosen already. */
  isClear: boolean
}

const MOST = 3
/** How well a word of the text fits a search word. */
const FIT = { same: 3, head: 2.4, start: 1.4, inside: 0.8 }
const NOT_LESS_THAN = 0.7
/** With a town's usual categories right in nine of ten texts of another town (tests/routing). */
const CLEAR = { score: 1.8, lead: 1.7 }
/** Shorter ones are in too many other words. */
const SHORTEST_HEAD = 4
const SHORTEST_PART = 5
/** Weight of a word that three or more categories have. */
const SHARED = 0.7

export function suggestCategories(categories: readonly Known[], text: string): Suggested {
  const tokens = tokensOf(text)
  const phrases = phrasesOf(categories)
  const found = categories
    .map(({ key }) => ({ key, score: scoreOf(phrases.get(key) ?? [], tokens) }))
    .filter(({ score }) => score >= NOT_LESS_THAN)
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST)
  const [first, second] = found
  const isClear = first !== undefined && first.score >= CLEAR.score && first.score >= CLEAR.lead * (second?.score ?? 0)
  return { categories: found.map(({ key }) => key), isClear }
}

type Phrase = { words: string[]; weight: number }

/** Folded once for each list of categories, which lives as long as its version of the town. */
const known = new WeakMap<readonly Known[], Map<string, Phrase[]>>()

function phrasesOf(categories: readonly Known[]): Map<string, Phrase[]> {
  const earlier = known.get(categories)
  if (earlier) return earlier
  const raw = categories.map(({ key, name, search }) => {
    const names = Object.values(name).flatMap((one) => one.split(','))
    const all = new Map([...search, ...names].map((one) => [wordsOf(one).join(' '), wordsOf(one)]))
    all.delete('')
    return [key, all] as const
  })
  const owners = new Map<string, number>()
  for (const [, all] of raw) for (const phrase of all.keys()) owners.set(phrase, (owners.get(phrase) ?? 0) + 1)
  // What several categories are called by tells them apart less.
  const weighed = new Map(
    raw.map(([key, all]) => [
      key,
      [...all].map(([phrase, words]) => ({ words, weight: (owners.get(phrase) ?? 1) > 2 ? SHARED : 1 })),
    ]),
  )
  known.set(categories, weighed)
  return weighed
}

/** Every word of the text counts once, for the search word that it fits best. */
function scoreOf(phrases: Phrase[], tokens: Tokens): number {
  const best = new Map<string, number>()
  for (const { words, weight } of phrases) {
    // "Wasser läuft nicht ab" fits only as a whole.
    const fits = words.map((wanted) => bestOf(tokens, wanted))
    if (fits.some((fit) => fit === null)) continue
    for (const fit of fits) if (fit) best.set(fit.token, Math.max(best.get(fit.token) ?? 0, fit.score * weight))
  }
  return [...best.values()].reduce((sum, score) => sum + score, 0)
}

function bestOf(tokens: Tokens, wanted: string): { token: string; score: number } | null {
  let best: { token: string; score: number } | null = null
  for (const [token, counts] of tokens) {
    const score = fitOf(token, wanted) * counts
    if (score > (best?.score ?? 0)) best = { token, score }
  }
  return best
}

/** The last part of a German compound says what it is: a Straßenlaterne is a Laterne, a Laternenmast is a Mast. */
function fitOf(token: string, wanted: string): number {
  if (token === wanted) return FIT.same
  if (token.length > wanted.length) {
    if (wanted.length >= SHORTEST_HEAD && token.endsWith(wanted)) return FIT.head
    if (wanted.length < SHORTEST_PART) return 0
    if (token.startsWith(wanted)) return FIT.start
    return token.includes(wanted) ? FIT.inside : 0
  }
  if (token.length < SHORTEST_PART) return 0
  if (wanted.endsWith(token)) return FIT.start
  return wanted.startsWith(token) ? FIT.inside : 0
}

/** Words that say nothing about a matter, folded. */
const EMPTY = new Set(
  'der die das den dem des ein eine einen einem einer und oder ist sind war hat haben wird werden hier dort seit von vor fur mit bei auf aus nach uber unter zum zur beim sehr mehr nicht kein keine noch schon auch wie was wenn dass ich wir sie man bitte etwas straße strasse weg stadt meter richtung hohe seite the and not of for on in to at schaden kaputt defekt anders andere anderes other'.split(
    ' ',
  ),
)

/** "Die Laterne am Radweg": the lamp is the matter, the path is where. */
const WHERE = new Set(
  'am an im in auf neben vor beim bei zur zum unter hinter entlang gegenuber nahe nah zwischen near at on'.split(' '),
)
const WHERE_COUNTS = 0.45
/** Between the preposition and its noun stand an article and an adjective at most. */
const REACHES = 3

/** Words of the text and how much each counts. */
type Tokens = Map<string, number>

function tokensOf(text: string): Tokens {
  const tokens: Tokens = new Map()
  let where = 0
  for (const word of splitWords(text)) {
    where = WHERE.has(word) ? REACHES : where - 1
    if (word.length < 2 || EMPTY.has(word) || WHERE.has(word)) continue
    const counts = where > 0 ? WHERE_COUNTS : 1
    tokens.set(stem(word), Math.max(tokens.get(stem(word)) ?? 0, counts))
  }
  return tokens
}

const splitWords = (text: string) => fold(text).split(/[^\p{L}\p{N}]+/u)

const wordsOf = (text: string) =>
  splitWords(text)
    .filter((word) => word.length > 1 && !EMPTY.has(word))
    .map(stem)

/** "Schlaglöcher", "Schlagloecher" and "SCHLAGLÖCHER" are one. Soft hyphens are for the eye only. */
function fold(text: string): string {
  return text
    .replaceAll('\u00ad', '')
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('ß', 'ss')
    .replaceAll(/([aou])e/g, '$1')
}

/** Endings of number and case. */
const ENDING = /(?:en|er|es|em|n|e|s)$/
const SHORTEST_STEM = 4

function stem(word: string): string {
  const cut = word.replace(ENDING, '')
  return cut.length >= SHORTEST_STEM ? cut : word
}
