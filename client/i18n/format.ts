/** Dates and numbers as people say them. The clock on the wall hangs in Germany, whatever the language. */
import type { Language } from '../../tenants/languages.ts'

const ZONE = 'Europe/Berlin'
const DAY_MS = 86_400_000
const WEEKS_FROM = 14
const MONTHS_FROM = 60
const YEARS_FROM = 730
const LOCALES: Record<Language, string> = { de: 'de-DE', 'de-simple': 'de-DE', en: 'en-GB' }

type When = Date | string

const WITH_WEEKDAY: Intl.DateTimeFormatOptions = { weekday: 'long', day: 'numeric', month: 'long' }

/** "Mittwoch, 25. November"; with the year where it is not that of `now`. */
export function formatDate(language: Language, when: When, now = new Date()): string {
  return format(language, when, { ...WITH_WEEKDAY, ...yearUnlessCurrent(when, now) })
}

/** "25. November", for the second mention of a day. */
export function formatDay(language: Language, when: When, now = new Date()): string {
  return format(language, when, { day: 'numeric', month: 'long', ...yearUnlessCurrent(when, now) })
}

/** "Montag, 23. November, 8:05 Uhr", and "heute, 9:12 Uhr" where that is shorter. */
export function formatDateTime(language: Language, when: When, now = new Date()): string {
  const days = daysBetween(when, now)
  const day = days === 0 || days === 1 ? formatAge(language, when, now) : formatDate(language, when, now)
  return `${day}, ${formatTime(language, when)}`
}

/** "8:05 Uhr" */
export function formatTime(language: Language, when: When): string {
  const time = format(language, when, { hour: 'numeric', minute: '2-digit' })
  return LOCALES[language] === 'de-DE' ? `${time.replace(/^0/, '')} Uhr` : time
}

/** "heute", "gestern", "vor 4 Tagen", "vor 3 Wochen": by days of the calendar, not by hours. */
export function formatAge(language: Language, when: When, now = new Date()): string {
  const days = daysBetween(when, now)
  const relative = new Intl.RelativeTimeFormat(LOCALES[language], { numeric: Math.abs(days) < 2 ? 'auto' : 'always' })
  if (days < WEEKS_FROM) return relative.format(-days, 'day')
  if (days < MONTHS_FROM) return relative.format(-Math.floor(days / 7), 'week')
  if (days < YEARS_FROM) return relative.format(-Math.floor(days / 30.44), 'month')
  return relative.format(-Math.floor(days / 365.25), 'year')
}

export function formatNumber(language: Language, n: number): string {
  return new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: 1 }).format(n)
}

/** @param share between 0 and 1 */
export function formatPercent(language: Language, share: number): string {
  return new Intl.NumberFormat(LOCALES[language], { style: 'percent', maximumFractionDigits: 0 }).format(share)
}

/** "November 2026" @param month 2026-11 */
export function formatMonth(language: Language, month: string): string {
  return format(language, `${month}-15T12:00:00Z`, { month: 'long', year: 'numeric' })
}

/** Kept, because making one takes longer than a hundred uses. There are as many as kinds of dates in this file. */
const formats = new Map<string, Intl.DateTimeFormat>()

function format(language: Language, when: When, options: Intl.DateTimeFormatOptions): string {
  const kind = `${LOCALES[language]} ${JSON.stringify(options)}`
  const made = formats.get(kind) ?? new Intl.DateTimeFormat(LOCALES[language], { timeZone: ZONE, ...options })
  formats.set(kind, made)
  return made.format(new Date(when))
}

function yearUnlessCurrent(when: When, now: Date): Intl.DateTimeFormatOptions {
  return dayOf(when).slice(0, 4) === dayOf(now).slice(0, 4) ? {} : { year: 'numeric' }
}

function daysBetween(earlier: When, later: Date): number {
  return Math.round((Date.parse(dayOf(later)) - Date.parse(dayOf(earlier))) / DAY_MS)
}

const CALENDAR = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE })

/** The day of the calendar in Germany, as 2026-11-25. */
export function dayOf(when: When): string {
  return CALENDAR.format(new Date(when))
}

/** "22. November 2026", for documents. */
export function formatFullDate(language: Language, when: When): string {
  return format(language, when, { day: 'numeric', month: 'long', year: 'numeric' })
}
