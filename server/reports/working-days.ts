/** Deadlines count the days on which the town hall works. */
import { isHoliday, type Region } from 'feiertagejs'
import { dayOf } from '../../client/i18n/index.ts'

/** First two digits of the municipality key (the Land) to the region of the holiday table. */
const LAND: Record<string, Region> = {
  '01': 'SH',
  '02': 'HH',
  '03': 'NI',
  '04': 'HB',
  '05': 'NW',
  '06': 'HE',
  '07': 'RP',
  '08': 'BW',
  '09': 'BY',
  '10': 'SL',
  '11': 'BE',
  '12': 'BB',
  '13': 'MV',
  '14': 'SN',
  '15': 'ST',
  '16': 'TH',
}

/** The region whose holidays count, or null for a key that names no Land. */
export const holidaysOf = (ags: string): Region | null => LAND[ags.slice(0, 2)] ?? null

/** What decides whether the town hall works: the Land by the municipality key, and the days it is closed besides. */
export type OfficeDays = { ags: string; closedDays?: readonly string[] | undefined }

/** Working days before a deadline from which on it is near. */
export const SOON_DAYS = 2

const DAY_MS = 86_400_000

/** The same time of day, `days` working days later: Monday to Friday, without holidays of the Land and closed days. */
export function addWorkingDays(from: Date, days: number, office: OfficeDays): Date {
  let date = from
  for (let left = days; left > 0; ) {
    date = new Date(date.getTime() + DAY_MS)
    if (isWorkingDay(date, office)) left--
  }
  return date
}

/** How many working days lie behind `from`, up to the day of `to`. */
export function workingDaysBetween(from: Date, to: Date, office: OfficeDays): number {
  let [days, date] = [0, noonOf(from)]
  for (const last = noonOf(to); date < last; ) {
    date = new Date(date.getTime() + DAY_MS)
    if (isWorkingDay(date, office)) days++
  }
  return days
}

/** Noon, UTC, of the day that it is in Germany: the same day by every clock between. */
const noonOf = (date: Date) => new Date(`${dayOf(date)}T12:00:00Z`)

function isWorkingDay(date: Date, { ags, closedDays = [] }: OfficeDays): boolean {
  const day = noonOf(date)
  const weekday = day.getUTCDay()
  if (weekday === 0 || weekday === 6) return false
  const iso = day.toISOString().slice(0, 10)
  if (isFree(iso, holidaysOf(ags) ?? 'BUND')) return false
  return !closedDays.includes(iso) && !closedDays.includes(iso.slice(5))
}

/** The table works out its whole year for each question; answers are kept, some decades of one Land at most. */
const asked = new Map<string, boolean>()
const MOST_ASKED = 10_000

function isFree(iso: string, region: Region): boolean {
  const question = `${region} ${iso}`
  const known = asked.get(question)
  if (known !== undefined) return known
  if (asked.size >= MOST_ASKED) asked.clear()
  const answer = isHoliday(new Date(`${iso}T12:00:00Z`), region)
  asked.set(question, answer)
  return answer
}
