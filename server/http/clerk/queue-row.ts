/** A report as a row of a queue. */
import type { QueueRowData } from '../../../client/clerk/QueueRow.tsx'
import { formatAge } from '../../../client/i18n/index.ts'
import { clerk as clerkPaths } from '../../../client/paths.ts'
import type { Language } from '../../../tenants/languages.ts'
import type { RegisteredTown } from '../../context.ts'
import type { ReportWithText } from '../../reports/public-rows.ts'
import { type StatusFacts, statusLabel } from '../status-label.ts'
import { dueOf } from './due.ts'

/** Whose row, for whom, when; names by person id. */
type Around = { town: RegisteredTown; language: Language; now: Date; names: Map<string, string> }

export function queueRow(
  { report, text, photo, hasNotice }: ReportWithText,
  { town, language, now, names }: Around,
): QueueRowData {
  const category = town.categories.find((one) => one.key === report.category)
  const name = report.clerkId && names.get(report.clerkId)
  return {
    number: report.number,
    version: report.version,
    place: text?.address ?? undefined,
    point: report.lat !== null && report.lon !== null ? { lat: report.lat, lon: report.lon } : undefined,
    href: clerkPaths.report(town.key, report.number),
    category: category?.name[language] ?? report.category,
    icon: category?.icon ?? 'dots',
    text: text?.description ?? '',
    status: { key: report.status, label: statusLabel(language, report satisfies StatusFacts, 'short') },
    due: dueOf(language, report, { now, town }),
    clerk: name ? { name } : undefined,
    photo: photo && clerkPaths.photo(town.key, report.number, { id: photo.id, size: 'klein' }),
    isNew: report.status === 'received',
    isUrgent: report.priority === 'urgent',
    hasNotice,
    hasObjection: report.objectionAt !== null,
    age: formatAge(language, report.receivedAt, now),
    dateTime: report.receivedAt.toISOString(),
  }
}
