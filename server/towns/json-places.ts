/** Where in a JSON text a value stands, and where the text stops being JSON. RFC 8259. */
import type { Place } from './problem.ts'

type Path = readonly PropertyKey[]

/** Deeper than any file of a town, shallower than the stack. */
const DEEPEST = 200
const SPACE = /[ \t\r\n]*/y
const STRING = /"(?:[^"\\\t\r\n]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y
const PLAIN = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y

type Stopped = { stoppedAt: number }
const isStopped = (thrown: unknown): thrown is Stopped =>
  typeof thrown === 'object' && thrown !== null && 'stoppedAt' in thrown

/** The place of the value at a path, or of the nearest block around it. */
export function jsonPlace(text: string, path: Path): Place {
  let best = { length: -1, offset: 0 }
  walk(text, (at, offset) => {
    const fits = at.length <= path.length && at.every((step, i) => step === path[i])
    if (fits && at.length > best.length) best = { length: at.length, offset }
  })
  return placeIn(text, best.offset)
}

/** The place from which on a text is no JSON; the start for one that is. */
export function jsonFault(text: string): Place {
  return placeIn(text, walk(text, () => undefined) ?? 0)
}

export function placeIn(text: string, offset: number): Place {
  const before = text.slice(0, offset).split('\n')
  return { line: before.length, column: before.at(-1)!.length + 1 }
}

/** @returns the offset of the first fault, or null */
function walk(text: string, seen: (path: Path, offset: number) => void): number | null {
  let at = 0
  const take = (token: RegExp): string | undefined => {
    token.lastIndex = at
    const [found] = token.exec(text) ?? []
    if (found !== undefined) at += found.length
    return found
  }
  const stop = (): Stopped => Object.assign(new Error('json'), { stoppedAt: at })
  const space = () => void take(SPACE)
  const expect = (sign: string) => {
    if (text[at] !== sign) throw stop()
    at++
  }
  const many = (close: string, one: (index: number) => void) => {
    at++
    space()
    for (let index = 0; text[at] !== close || index > 0; index++) {
      one(index)
      space()
      if (text[at] === close) break
      expect(',')
      space()
    }
    expect(close)
  }
  function value(path: Path): void {
    space()
    if (path.length > DEEPEST) throw stop()
    seen(path, at)
    if (text[at] === '[') many(']', (index) => value([...path, index]))
    else if (text[at] === '{') {
      many('}', () => {
        const name = take(STRING)
        if (name === undefined) throw stop()
        space()
        expect(':')
        value([...path, JSON.parse(name) as string])
      })
    } else if (take(STRING) === undefined && !take(PLAIN)) throw stop()
  }
  try {
    if (text.startsWith('\uFEFF')) at = 1
    value([])
    space()
    return at < text.length ? at : null
  } catch (error) {
    if (isStopped(error)) return error.stoppedAt
    throw error
  }
}
