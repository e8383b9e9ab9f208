/** Where a begun report is found again on this device. The server forgets it after 48 hours; so do we. */
const KEPT_MS = 48 * 3_600_000

type Kept = { href: string; at: number }

const keyOf = (town: string) => `report-draft:${town}`

/** Private windows and full storage refuse; the address itself still works. */
export function rememberDraft(town: string, href: string) {
  try {
    localStorage.setItem(keyOf(town), JSON.stringify({ href, at: Date.now() } satisfies Kept))
  } catch {
    // Nothing is lost: the page says how to come back without.
  }
}

export function forgetDraft(town: string) {
  try {
    localStorage.removeItem(keyOf(town))
  } catch {
    // No storage, nothing kept.
  }
}

export function rememberedDraft(town: string): string | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(town)) ?? 'null') as Kept | null
    if (kept && Date.now() - kept.at < KEPT_MS && kept.href.startsWith('/')) return kept.href
    if (kept) forgetDraft(town)
  } catch {
    // Something else stands there, or nothing may be read.
  }
  return undefined
}
