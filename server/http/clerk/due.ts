/** The deadline of a report as a clerk reads it. */
import { dayOf, formatDay, words } from '../../../client/i18n/index.ts'
import type { Language } from '../../../tenants/languages.ts'
import type { ReportRow } from '../../reports/rows.ts'
import { isOpen } from '../../reports/status.ts'
import { addWorkingDays, type OfficeDays, SOON_DAYS } from '../../reports/working-days.ts'

const DAY_MS = 86_400_000

type Around = { now: Date; town: OfficeDays }
export type Due = { label: string; tone: 'plain' | 'soon' | 'over' | 'rests' }

/** Near and over are told by working days of the town and by days of the calendar, as people speak of them. */
export function dueOf(language: Language, report: ReportRow, { now, town }: Around): Due | undefined {
  if (!isOpen(report.status)) return undefined
  const { due } = words(language).clerk
  if (report.status === 'question') return { label: due.rests, tone: 'rests' }
  const at = report.scheduledFor ?? report.answerDueAt
  const days = daysBetween(now, at)
  if (days < 0) return { label: due.overDays(-days), tone: 'over' }
  const label = days === 0 ? due.today : days === 1 ? due.tomorrow : formatDay(language, at, now)
  return { label, tone: at < addWorkingDays(now, SOON_DAYS, town) ? 'soon' : 'plain' }
}

/** Days of the calendar in Germany. */
function daysBetween(from: Date, to: Date): number {
  const day = (date: Date) => Date.parse(dayOf(date))
  return Math.round((day(to) - day(from)) / DAY_MS)
}
