/** A day and a time as other systems write them. Pure. */
import type { ImportMapping, MOMENT_FORMATS } from '../../tenants/import-schema.ts'

export type Moment = ImportMapping['receivedAt']
type Zone = 'Europe/Berlin' | 'UTC'

const TIME = String.raw`(?:[T ,]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?`
const ISO = new RegExp(`^(\\d{4})-(\\d{2})-(\\d{2})${TIME}$`)
const GERMAN = new RegExp(String.raw`^(\d{1,2})\.(\d{1,2})\.(\d{4})${TIME}(?: Uhr)?$`)
const SLASHES = new RegExp(String.raw`^(\d{1,2})/(\d{1,2})/(\d{4})${TIME}$`)
/** 2026-01-31T08:30:00+01:00 names its zone itself. */
const WITH_ZONE = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?\s?(Z|[+-]\d{2}:?\d{2})$/i

/** Null for what is none. A day without a time is noon, which is the same day by every clock in Europe. */
export function readMoment(text: string, format: (typeof MOMENT_FORMATS)[number], zone: Zone): Date | null {
  if (format === 'seconds' || format === 'milliseconds') {
    const count = Number(text)
    return Number.isFinite(count) && text !== '' ? valid(new Date(count * (format === 'seconds' ? 1000 : 1))) : null
  }
  if (WITH_ZONE.test(text)) return valid(new Date(text.replace(' ', 'T').replace(/\s/, '')))
  const parts = partsOf(text, format)
  return parts && atClock(parts, zone)
}

type Parts = [year: number, month: number, day: number, hour: number, minute: number, second: number]

function partsOf(text: string, format: string): Parts | null {
  const numbers = (match: RegExpExecArray | null) => match?.slice(1).map((part) => (part ? Number(part) : undefined))
  const parts = (date: (number | undefined)[], time: (number | undefined)[]) => {
    const [hour = 12, minute = 0, second = 0] = time
    return [...date, hour, minute, second] as Parts
  }
  const iso = numbers(ISO.exec(text))
  if (iso) return parts(iso.slice(0, 3), iso.slice(3))
  const german = numbers(GERMAN.exec(text))
  if (german) return parts([german[2], german[1], german[0]], german.slice(3))
  const slashes = numbers(SLASHES.exec(text))
  if (slashes && format === 'month/day/year') return parts([slashes[2], slashes[0], slashes[1]], slashes.slice(3))
  if (slashes && format === 'day/month/year') return parts([slashes[2], slashes[1], slashes[0]], slashes.slice(3))
  return null
}

function atClock([year, month, day, hour, minute, second]: Parts, zone: Zone): Date | null {
  const utc = new Date(Date.UTC(year, month - 1, day, hour, minute, second))
  // The 31st of February is no day.
  if (utc.getUTCMonth() !== month - 1 || utc.getUTCDate() !== day || hour > 23 || minute > 59) return null
  if (zone === 'UTC') return utc
  // The clock is set forward or back within the hours between the two guesses at most twice a year.
  const guess = new Date(utc.getTime() - offsetAt(utc))
  return new Date(utc.getTime() - offsetAt(guess))
}

const WALL = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Berlin',
  dateStyle: 'short',
  timeStyle: 'medium',
})

/** How far the clock on the wall in Germany is ahead of UTC, in milliseconds. */
const offsetAt = (at: Date) =>
  Date.parse(`${WALL.format(at).replace(' ', 'T')}Z`) - Math.floor(at.getTime() / 1000) * 1000

const valid = (date: Date) => (Number.isNaN(date.getTime()) ? null : date)
