/** Where in a YAML text a field stands, by its path. */
import { type Document, isMap, isScalar, type LineCounter, type Pair } from 'yaml'
import type { Place, Where } from './problem.ts'

type Ranged = { range?: [number, number, number] | null }

export type Places = {
  /** A value by itself, a block by its key; what is missing by the block it is missing in. */
  at: Where
  keyAt: Where
  /** As it was typed: `05766044` is a number that has lost its zero. */
  sourceOf: (path: readonly PropertyKey[]) => string | undefined
  /** Text behind a `#` where a value should be. */
  commentAt: (path: readonly PropertyKey[]) => string | undefined
}

export function placesIn(document: Document, lines: LineCounter, text: string): Places {
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset)
    return { line, column: col }
  }
  const nodeAt = (path: readonly PropertyKey[]) => document.getIn(path, true) as (Ranged & object) | undefined
  const pairAt = (path: readonly PropertyKey[]): Pair | undefined => {
    const parent = path.length > 1 ? nodeAt(path.slice(0, -1)) : document.contents
    return isMap(parent) ? parent.items.find(({ key }) => String(key) === String(path.at(-1))) : undefined
  }
  const commentOffset = (path: readonly PropertyKey[]): number | undefined => {
    const key = pairAt(path)?.key as Ranged | undefined
    if (!key?.range) return undefined
    const [found] = /^[ ]*:[ ]+(?=#)/.exec(text.slice(key.range[1])) ?? []
    return found === undefined ? undefined : key.range[1] + found.length
  }

  function offsetOf(path: readonly PropertyKey[], isWhole: boolean): number | undefined {
    const node = nodeAt(path)
    const pair = pairAt(path)
    if (!pair) return node?.range?.[0]
    if (isWhole && isScalar(node) && node.value !== null) return (node as Ranged).range?.[0]
    return (isWhole ? commentOffset(path) : undefined) ?? (pair.key as Ranged | null)?.range?.[0]
  }

  return {
    at: (path) => {
      for (let length = path.length; length > 0; length--) {
        const offset = offsetOf(path.slice(0, length), length === path.length)
        if (offset !== undefined) return placeAt(offset)
      }
      return { line: 1, column: 1 }
    },
    keyAt: (path) => placeAt((pairAt(path)?.key as Ranged | undefined)?.range?.[0] ?? 0),
    sourceOf: (path) => {
      const node = nodeAt(path)
      return isScalar(node) ? (node.source ?? undefined) : undefined
    },
    commentAt: (path) => {
      const offset = commentOffset(path)
      return offset === undefined ? undefined : text.slice(offset).split(/\s/)[0]
    },
  }
}
