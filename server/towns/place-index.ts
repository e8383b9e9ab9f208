/** The boxes of all live municipalities in memory, for servers that stay: follows the database by what is new. */
import Flatbush from 'flatbush'
import type { Point } from '../ports.ts'

export type IndexedArea = {
  seq: number
  key: string
  name: string
  host: string | null
  kind: string
  live: boolean
  member: boolean
  version: number
  minLon: number
  minLat: number
  maxLon: number
  maxLat: number
}

export type PlaceIndex = {
  /** Whose box holds the point, members first; their polygons decide. */
  at(point: Point): Promise<IndexedArea[]>
}

/** As the registry: how long it is used without asking what is new. */
const FRESH_MS = 2_000
/** Versions are numbered before they are committed, so a batch may come late; no transaction takes a minute. */
const LATE = 300
const LATE_MS = 60_000

export function createPlaceIndex(areasSince: (seq: number) => Promise<IndexedArea[]>, now: () => Date): PlaceIndex {
  const areas = new Map<string, IndexedArea>()
  let ordered: IndexedArea[] = []
  let boxes: Flatbush | null = null
  let seen = 0
  let checkedAt = Number.NEGATIVE_INFINITY
  let changedAt = Number.NEGATIVE_INFINITY
  let asking: Promise<void> | null = null

  async function follow(): Promise<void> {
    const askedAt = now().getTime()
    const news = await areasSince(askedAt - changedAt < LATE_MS ? seen - LATE : seen)
    const changed = news.filter(({ key, seq }) => areas.get(key)?.seq !== seq)
    for (const area of changed) areas.set(area.key, area)
    if (changed.length > 0) {
      seen = Math.max(seen, changed.at(-1)!.seq)
      changedAt = askedAt
      build()
    }
    checkedAt = askedAt
  }

  function build(): void {
    ordered = [...areas.values()].filter(({ live, kind }) => live && kind !== 'county')
    boxes = ordered.length > 0 ? new Flatbush(ordered.length) : null
    for (const { minLon, minLat, maxLon, maxLat } of ordered) boxes?.add(minLon, minLat, maxLon, maxLat)
    boxes?.finish()
  }

  return {
    async at({ lat, lon }) {
      if (now().getTime() - checkedAt >= FRESH_MS) {
        // Whoever comes meanwhile waits for the same answer.
        asking ??= follow().finally(() => {
          asking = null
        })
        await asking
      }
      const found = (boxes?.search(lon, lat, lon, lat) ?? []).map((position) => ordered[position]!)
      return found.sort((a, b) => Number(b.member) - Number(a.member) || (a.key < b.key ? -1 : 1))
    },
  }
}
