/** One question to a geocoder: JSON in time, of a bearable size, from the address we asked and no other. */

import { boundedJson } from './bounded.ts'

/** Longer nobody waits for suggestions. */
const PATIENCE_MS = 2_500
/** A list of addresses is a few kilobytes. */
const MOST_BYTES = 512 * 1024

export type AskJson = (url: URL) => Promise<unknown>

/**
 * @param userAgent names the product and the platform, as the rules of public geocoders demand
 * @returns a function that throws when there is no answer in time, or none that is JSON
 */
export function askJson(userAgent: string, patienceMs = PATIENCE_MS): AskJson {
  return async (url) => {
    const answer = await fetch(url, {
      headers: { Accept: 'application/json, application/geo+json', 'User-Agent': userAgent },
      redirect: 'error',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(patienceMs),
    })
    if (!answer.ok) {
      await answer.body?.cancel()
      throw new Error(`the geocoder answered ${answer.status}`)
    }
    return boundedJson(answer, MOST_BYTES)
  }
}
