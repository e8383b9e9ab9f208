/** What the address field asks the server: addresses by words, and around a place. */

export type AddressItem = {
  label: string
  lat: number
  lon: number
  /** Not in this town. */
  outside?: true
  /** The street is right, the house is not known. */
  rough?: true
  /** From the place asked for. */
  metres?: number
}
export type AddressAnswer = { items: AddressItem[]; incomplete: boolean }

export type AddressQuestions = {
  /** A newer question makes an older one void: then the answer is `stale`. */
  byWords: (words: string, isTyping: boolean) => Promise<AddressAnswer | 'stale'>
  around: (place: { lat: string; lon: string }) => Promise<AddressAnswer | 'stale'>
}

/** Never rejects: silence is an answer, and an incomplete one. */
export function addressQuestions(address: string): AddressQuestions {
  const ask = newestOnly(address)
  const askAround = newestOnly(address)
  return {
    byWords: (q, isTyping) => ask({ q, ...(isTyping ? { tippt: '1' } : {}) }),
    around: askAround,
  }
}

function newestOnly(address: string) {
  let asking: AbortController | undefined
  return async (query: Record<string, string>): Promise<AddressAnswer | 'stale'> => {
    asking?.abort()
    const mine = new AbortController()
    asking = mine
    const url = new URL(address, location.href)
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
    try {
      const answer = await fetch(url, { signal: mine.signal })
      if (!answer.ok) return { items: [], incomplete: answer.status >= 500 }
      return (await answer.json()) as AddressAnswer
    } catch {
      return mine.signal.aborted ? 'stale' : { items: [], incomplete: true }
    }
  }
}
