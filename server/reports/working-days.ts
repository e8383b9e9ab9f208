/** Deadlines count the days on which the town hall works. */
import { isHoliday, type Region } from 'feiertagejs'

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

const DAY_MS = 86_400_000

/**
 * The same time of day, `days` working days later (Monday to Friday, without the Land's public holidays).
 * @param ags municipality or county key, whose first two digits name the Land
 */
export function addWorkingDays(from: Date, days: number, ags: string): Date {
  const region = holidaysOf(ags) ?? 'BUND'
  let date = from
  for (let left = days; left > 0; ) {
    date = new Date(date.getTime() + DAY_MS)
    if (isWorkingDay(date, region)) left--
  }
  return date
}

function isWorkingDay(date: Date, region: Region): boolean {
  const weekday = date.getUTCDay()
  return weekday !== 0 && weekday !== 6 && !isHoliday(date, region)
}
