/** What is wrong with a file of a town, where, in a sentence that says what to write instead. */
import type { Messages } from '../../client/i18n/index.ts'

export type Problem = { file: string; line?: number; column?: number; message: string }

/** The sentences of `check` in the reader's language. */
export type Say = Messages['check']

export type Place = { line?: number; column?: number }
/** Where in its file a value stands, by its path. */
export type Where = (path: readonly PropertyKey[]) => Place

/** `bad-salzuflen/town.yaml:12:3 …`, as editors and terminals link it. */
export function problemLine({ file, line, column, message }: Problem): string {
  return `${[file, line, column].filter((part) => part !== undefined).join(':')} ${message}`
}

/** `departments, 2. Eintrag, mailbox`: people count from one. */
export function placeInWords(path: readonly PropertyKey[], say: Say): string {
  return path.map((step) => (typeof step === 'number' ? say.entry(step + 1) : String(step))).join(', ')
}

/** The sentence with the field it is about before it; the whole file needs no name. */
export function about(path: readonly PropertyKey[], message: string, say: Say): string {
  return path.length === 0 ? message : say.wrong(placeInWords(path, say), message)
}

/** The known word nearest to a mistyped one, if it is near enough to be meant. */
export function nearestOf(word: string, known: readonly string[]): string | null {
  const [nearest] = known
    .map((one) => ({ one, distance: editsBetween(word.toLowerCase(), one.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance)
  // A third of the word may be wrong, and two letters of a short one if others are left.
  const allowed = Math.min(Math.max(2, Math.floor(word.length / 3)), word.length - 2)
  return nearest && nearest.distance <= allowed ? nearest.one : null
}

/** Levenshtein distance. */
function editsBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1]
    for (const [j, other] of [...b].entries()) {
      next.push(Math.min(next[j]! + 1, row[j + 1]! + 1, row[j]! + Number(letter !== other)))
    }
    row = next
  }
  return row.at(-1)!
}
