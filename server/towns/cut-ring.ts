/** Cuts a ring that meets itself into simple ones. Pure. */
import type { Position } from 'geojson'
import { cleaned, hasArea, meetingsOf, signedArea } from './ring-geometry.ts'

/**
 * Simple rings that cover the same by the even-odd rule, those around something turning left and holes turning right.
 * Edges are turned so that the inside is at their left, followed along it, and cut where a corner comes a second time.
 */
export function cutRing(ring: Position[]): Position[][] {
  const stars = starsOf(withNodes(cleaned(ring)))
  const rings: Position[][] = []
  for (const component of componentsOf(stars)) {
    const walks = walksOf(component, stars).flatMap(withoutRepeats)
    const area = walks.reduce((sum, walk) => sum + signedArea(walk), 0)
    rings.push(...walks.map((walk) => (area < 0 ? walk.toReversed() : walk)))
  }
  return rings.filter(hasArea)
}

/** A corner and the corners it is joined to, turning left. */
type Star = { at: Position; ends: string[] }
type Stars = Map<string, Star>

/** An edge walked twice separates nothing and falls out. */
function starsOf(ring: Position[]): Stars {
  const stars: Stars = new Map(ring.map((at) => [String(at), { at, ends: [] }]))
  const toggle = (from: string, to: string) => {
    const star = stars.get(from)!
    star.ends = star.ends.includes(to) ? star.ends.filter((end) => end !== to) : [...star.ends, to]
  }
  for (const [index, b] of ring.slice(1).entries()) {
    toggle(String(ring[index]), String(b))
    toggle(String(b), String(ring[index]))
  }
  for (const { at, ends } of stars.values()) {
    const angle = (end: string) => Math.atan2(stars.get(end)!.at[1]! - at[1]!, stars.get(end)!.at[0]! - at[0]!)
    ends.sort((one, other) => angle(one) - angle(other))
  }
  return stars
}

/** Directed edges by their corner, per connected part: around each corner, inside and outside take turns. */
function componentsOf(stars: Stars): Map<string, Set<string>>[] {
  const components: Map<string, Set<string>>[] = []
  const turned = new Set<string>()
  for (const [start, { ends }] of stars) {
    if (turned.has(start) || ends.length === 0) continue
    const leaving = new Map<string, Set<string>>()
    const waiting: { key: string; end: string; leaves: boolean }[] = [{ key: start, end: ends[0]!, leaves: true }]
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const { key, end, leaves } = next
      if (turned.has(key)) continue
      turned.add(key)
      const around = stars.get(key)!.ends
      const parity = around.indexOf(end) % 2
      const out = around.filter((_, index) => (index % 2 === parity) === leaves)
      leaving.set(key, new Set(out))
      for (const other of around) waiting.push({ key: other, end: key, leaves: !out.includes(other) })
    }
    components.push(leaving)
  }
  return components
}

/** Closed walks with the inside at the left: at each corner the next edge to the right. */
function walksOf(leaving: Map<string, Set<string>>, stars: Stars): Position[][] {
  const walks: Position[][] = []
  for (const [start, out] of leaving) {
    while (out.size > 0) {
      const walk: Position[] = [stars.get(start)!.at]
      let from = start
      let to = [...out][0]!
      while (leaving.get(from)!.delete(to)) {
        const { at, ends } = stars.get(to)!
        walk.push(at)
        const next = ends.at(ends.indexOf(from) - 1)!
        from = to
        to = next
      }
      walks.push(walk)
    }
  }
  return walks
}

/** A closed walk, cut where it comes to a corner a second time. */
function withoutRepeats(walk: Position[]): Position[][] {
  const simple: Position[][] = []
  const walked: Position[] = []
  const seen = new Map<string, number>()
  for (const point of walk) {
    const before = seen.get(String(point))
    if (before !== undefined) {
      const loop = walked.splice(before)
      simple.push([...loop, point])
      for (const left of loop) seen.delete(String(left))
    }
    seen.set(String(point), walked.length)
    walked.push(point)
  }
  return simple
}

/** The ring with a corner wherever it meets itself. */
function withNodes(ring: Position[]): Position[] {
  const nodes = new Map<number, Position[]>()
  const add = (segment: number, at: Position) => nodes.set(segment, [...(nodes.get(segment) ?? []), at])
  for (const { one, other, at } of meetingsOf([ring])) {
    add(one.segment, at)
    add(other.segment, at)
  }
  const from = (a: Position) => (point: Position) => Math.hypot(point[0]! - a[0]!, point[1]! - a[1]!)
  return cleaned(
    ring.flatMap((a, segment) => {
      const distance = from(a)
      return [a, ...(nodes.get(segment) ?? []).sort((p, q) => distance(p) - distance(q))]
    }),
  )
}
