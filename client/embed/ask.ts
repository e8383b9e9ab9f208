/** Reading the platform's public interface: no cookies, nothing kept. */
import { ORIGIN } from './element.ts'

export type PublicReport = {
  number: number
  category: string
  categoryName?: string
  /** Which of the drawings. */
  icon?: string
  status: string
  statusLabel: string
  receivedAt: string
  changedAt: string
  address?: string
  url: string
}

/** @returns null for what does not exist. @throws for anything else that went wrong */
export async function ask<Answer>(path: string, signal: AbortSignal): Promise<Answer | null> {
  const answer = await fetch(ORIGIN + path, { signal, credentials: 'omit' })
  if (answer.status === 404) return null
  if (!answer.ok) throw new Error(`${answer.status}`)
  return (await answer.json()) as Answer
}

const DAY_MS = 86_400_000
const midnight = (time: string | number) => new Date(time).setHours(0, 0, 0, 0)

/** "gestern", "vor 3 Tagen": by days of the calendar; a date from a week on. */
export function ageOf(language: string, time: string): string {
  const days = Math.round((midnight(Date.now()) - midnight(time)) / DAY_MS)
  if (days < 0 || days > 6) return dayOf(language, time)
  const numeric = days < 2 ? 'auto' : 'always'
  return new Intl.RelativeTimeFormat(localeOf(language), { numeric }).format(-days, 'day')
}

const localeOf = (language: string) => (language === 'en' ? 'en-GB' : 'de-DE')

/** A day as people write it. */
export const dayOf = (language: string, time: string) =>
  new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'medium' }).format(new Date(time))
