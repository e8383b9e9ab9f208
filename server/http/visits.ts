/** Visits counted in this process alone: for what is asked so often that a row for each would cost more than it. */

/** More visitors than this in one window, and it begins anew rather than fill the memory. */
const MOST_VISITORS = 10_000

export type Counting = { left: number; endsInMs: number; isOver: boolean }

/** @returns a function that counts one visit in the window of `now` */
export function countVisits({ most, windowMs }: { most: number; windowMs: number }) {
  let window = 0
  let counts = new Map<string, number>()
  return (visitor: string, now: Date): Counting => {
    const current = Math.floor(now.getTime() / windowMs)
    if (window !== current || counts.size > MOST_VISITORS) {
      window = current
      counts = new Map()
    }
    const count = (counts.get(visitor) ?? 0) + 1
    counts.set(visitor, count)
    const endsInMs = (current + 1) * windowMs - now.getTime()
    return { left: Math.max(0, most - count), endsInMs, isOver: count > most }
  }
}
