/** The key of a town that has not joined: the same on every import. Pure. */
import { RESERVED_KEYS } from './check-town.ts'
import { keyOf } from './compile-town.ts'

/** Longest key a town may have (TOWN_KEY). */
const LONGEST = 63

/** Names that several municipalities have get their municipality key behind them, all of them alike. */
export function directoryKeys(towns: readonly { ags: string; name: string }[], taken: ReadonlySet<string>) {
  const count = new Map<string, number>()
  for (const { name } of towns) count.set(keyOf(name), (count.get(keyOf(name)) ?? 0) + 1)
  /** @returns the town's key, which is another's neither here nor in the database */
  return ({ ags, name }: { ags: string; name: string }): string => {
    const plain = keyOf(name)
    const isReserved = (RESERVED_KEYS as readonly string[]).includes(plain)
    if (plain.length > 1 && count.get(plain) === 1 && !isReserved && !taken.has(plain)) return plain
    return `${(plain || 'kommune').slice(0, LONGEST - ags.length - 1).replace(/-+$/, '')}-${ags}`
  }
}
