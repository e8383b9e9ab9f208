/** A public report as a row of a list. */
import type { Context } from 'hono'
import { formatAge } from '../../../client/i18n/index.ts'
import { town as townPaths } from '../../../client/paths.ts'
import type { ReportRowData } from '../../../client/ui/ReportRow.tsx'
import type { PublicReport } from '../../reports/present.ts'
import type { AppEnv } from '../app-env.ts'
import { categoryName } from '../names.ts'
import { statusLabel } from '../status-label.ts'

export function reportRow(c: Context<AppEnv>, report: PublicReport): ReportRowData {
  const { town, language, base, deps } = c.var
  const category = town.categories.find((one) => one.key === report.category)
  const [photo] = report.photos
  return {
    number: report.number,
    href: townPaths(base).publicReport(report.number),
    category: categoryName(c, report.category),
    icon: category?.icon ?? 'dots',
    place: report.address ?? undefined,
    text: report.description ?? undefined,
    status: { key: report.status, label: statusLabel(language, report) },
    age: formatAge(language, report.receivedAt, deps.now()),
    dateTime: report.receivedAt.toISOString(),
    photo: photo && townPaths(base).publicPhoto(report.number, photo, 'klein'),
  }
}
