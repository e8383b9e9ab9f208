/** Which categories a text may be about, by the catalogue's own search words. Pure: nothing is learned or sent away. */
import type { Category } from '../../tenants/catalogue-schema.ts'

type Known = Pick<Category, 'key' | 'name' | 'search'>
export type Suggestion = { key: string; score: number }
export type Suggested = {
  /** At most three, best first. */
  categories: Suggestion[]
  /** The first is so far ahead that it may be chosen already. */
  isClear: boolean
}

const MOST = 3
/** How well a word of the text fits a search word. */
const FIT = { same: 3, head: 2.2, start: 1.6, inside: 1 }
const NOT_LESS_THAN = 1
const CLEAR = { score: 2, lead: 1.4 }
/** Shorter ones are in too many other words. */
const SHORTEST_PART = 4

export function suggestCategories(categories: readonly Known[], text: string): Suggested {
  const tokens = [...new Set(wordsOf(text))]
  const found = categories
    .map((category) => ({ key: category.key, score: scoreOf(category, tokens) }))
    .filter(({ score }) => score >= NOT_LESS_THAN)
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST)
  const [first, second] = found
  const isClear = first !== undefined && first.score >= CLEAR.score && first.score >= CLEAR.lead * (second?.score ?? 0)
  return { categories: found, isClear }
}

/** Every word of the text counts once, for the search word that it fits best. */
function scoreOf({ name, search }: Known, tokens: string[]): number {
  const phrases = [...Object.values(name), ...search].map(wordsOf).filter((words) => words.length > 0)
  const best = new Map<string, number>()
  for (const phrase of phrases) {
    // "Wasser läuft nicht ab" fits only as a whole.
    const fits = phrase.map((wanted) => bestOf(tokens, wanted))
    if (fits.some((fit) => fit === null)) continue
    for (const fit of fits) if (fit) best.set(fit.token, Math.max(best.get(fit.token) ?? 0, fit.score))
  }
  return [...best.values()].reduce((sum, score) => sum + score, 0)
}

function bestOf(tokens: string[], wanted: string): { token: string; score: number } | null {
  let best: { token: string; score: number } | null = null
  for (const token of tokens) {
    const score = fitOf(token, wanted)
    if (score > (best?.score ?? 0)) best = { token, score }
  }
  return best
}

/** The last part of a German compound says what it is: a Straßenlaterne is a Laterne. */
function fitOf(token: string, wanted: string): number {
  if (token === wanted) return FIT.same
  const [long, short] = token.length > wanted.length ? [token, wanted] : [wanted, token]
  if (short.length < SHORTEST_PART) return 0
  if (long.endsWith(short)) return FIT.head
  if (long.startsWith(short)) return FIT.start
  return long.includes(short) ? FIT.inside : 0
}

/** Words that say nothing about a matter, folded. */
const EMPTY = new Set(
  'der die das den dem des ein eine einen einem einer und oder ist sind war hat haben wird werden hier dort seit von vor fur mit bei auf aus nach uber unter zum zur beim sehr mehr nicht kein keine noch schon auch wie was wenn dass ich wir sie man bitte the and not schaden anders anderes'.split(
    ' ',
  ),
)

const wordsOf = (text: string) =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
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
