/** Public reports as features. Every one has every property, with null for what is empty: clients learn from the first. */
import type { Context } from 'hono'
import { town as townPaths } from '../../../client/paths.ts'
import type { PublicReport } from '../../reports/present.ts'
import type { AppEnv } from '../app-env.ts'
import { categoryName, departmentName } from '../names.ts'
import { statusLabel } from '../status-label.ts'
import { absoluteUrl } from '../urls.ts'

export type ReportProperties = ReturnType<typeof reportProperties>

export function reportProperties(c: Context<AppEnv>, report: PublicReport) {
  const { deps, town, language } = c.var
  return {
    number: report.number,
    category: report.category,
    categoryName: categoryName(c, report.category),
    status: report.status,
    statusLabel: statusLabel(language, report),
    receivedAt: report.receivedAt.toISOString(),
    changedAt: report.changedAt.toISOString(),
    closedAt: report.closedAt?.toISOString() ?? null,
    district: report.district,
    districtName: town.districts.find(({ key }) => key === report.district)?.name ?? null,
    department: departmentName(c, report.department),
    address: report.address,
    description: report.description,
    photos: report.photos.length,
    url: absoluteUrl(deps.publicUrl, town, townPaths('').publicReport(report.number)),
  }
}

export const reportFeature = (c: Context<AppEnv>, report: PublicReport) => ({
  type: 'Feature' as const,
  id: report.number,
  geometry: geometryOf(report),
  properties: reportProperties(c, report),
})

const geometryOf = ({ lat, lon }: PublicReport) =>
  lat === null || lon === null ? null : { type: 'Point' as const, coordinates: [lon, lat] as [number, number] }
