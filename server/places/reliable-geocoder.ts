/** A geocoder that is asked seldom, never by too many at once, and left alone for a while when it fails. Pure. */
import type { FoundPlace, Geocoder, Log } from '../ports.ts'
import { LeastRecentlyUsed } from '../towns/least-recently-used.ts'

const MOST_ANSWERS = 2_000
/** Addresses change slowly, but nothing found is kept for good. */
const FRESH_MS = 60 * 60_000
const MOST_AT_ONCE = 8
/** Failures in a row after which it is left alone, and for how long. */
const MOST_FAILURES = 4
const REST_MS = 30_000
/** As exact as a metre. */
const DECIMALS = 5

type Answer = { at: number; places: FoundPlace[] }
type Around = { now: () => Date; log: Pick<Log, 'warn'>; memory?: GeocoderMemory | undefined }

/** What is known of answers and failures: plain data, for geocoders that live only for a request. */
export type GeocoderMemory = ReturnType<typeof geocoderMemory>

export const geocoderMemory = () => ({
  answers: new LeastRecentlyUsed<string, Answer>(MOST_ANSWERS),
  failures: 0,
  restsUntil: Number.NEGATIVE_INFINITY,
})

/** Why there is no answer; without the words that were searched, so that it may be logged. */
export class GeocoderSilent extends Error {
  override name = 'GeocoderSilent'
}

/** Throws GeocoderSilent when it is at rest, busy or did not answer. Takes for granted that `inner` ends by itself. */
export function reliableGeocoder(inner: Geocoder, { now, log, memory = geocoderMemory() }: Around): Geocoder {
  const { answers } = memory
  const asking = new Map<string, Promise<FoundPlace[]>>()

  /** After a rest one question tries how it is; the others wait for its answer by not being asked. */
  const isOpen = () => memory.failures >= MOST_FAILURES && (now().getTime() < memory.restsUntil || asking.size > 0)

  async function ask(key: string, question: () => Promise<FoundPlace[]>): Promise<FoundPlace[]> {
    const known = answers.get(key)
    if (known && now().getTime() - known.at < FRESH_MS) return known.places
    const same = asking.get(key)
    if (same) return same
    if (isOpen()) throw new GeocoderSilent('resting')
    if (asking.size >= MOST_AT_ONCE) throw new GeocoderSilent('busy')
    const answer = answered(key, question)
    asking.set(key, answer)
    return answer.finally(() => asking.delete(key))
  }

  async function answered(key: string, question: () => Promise<FoundPlace[]>): Promise<FoundPlace[]> {
    try {
      const places = await question()
      memory.failures = 0
      answers.set(key, { at: now().getTime(), places })
      return places
    } catch (error) {
      memory.failures++
      if (memory.failures >= MOST_FAILURES) {
        memory.restsUntil = now().getTime() + REST_MS
        log.warn(
          { provider: inner.provider, reason: reasonOf(error), failures: memory.failures },
          'the geocoder does not answer',
        )
      }
      throw new GeocoderSilent('failed')
    }
  }

  return {
    provider: inner.provider,
    mayComplete: inner.mayComplete,
    search: (words, within) => ask(JSON.stringify([folded(words), within]), () => inner.search(words, within)),
    async nameAt(point, language) {
      const [lat, lon] = [point.lat.toFixed(DECIMALS), point.lon.toFixed(DECIMALS)]
      const places = await ask(JSON.stringify([lat, lon, language]), async () => {
        const place = await inner.nameAt(point, language)
        return place ? [place] : []
      })
      return places[0] ?? null
    },
  }
}

const folded = (words: string) => words.toLowerCase().trim().replaceAll(/\s+/g, ' ')

/** The kind alone: messages of fetch name the address asked, and that holds the words. */
const reasonOf = (error: unknown) => (error instanceof Error ? error.name : 'unknown')
