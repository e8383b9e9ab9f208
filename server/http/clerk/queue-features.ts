/** A clerk's pins: also of what is never public, which is marked. */
import type { MapFeature } from '../../../client/map/types.ts'
import { clerk as clerkPaths } from '../../../client/paths.ts'
import type { Language } from '../../../tenants/languages.ts'
import type { RegisteredTown } from '../../context.ts'
import type { Cluster } from '../../reports/map-reports.ts'
import type { ReportWithText } from '../../reports/public-rows.ts'
import { statusLabel } from '../status-label.ts'

type Around = { town: RegisteredTown; language: Language }
type Found = { pins: ReportWithText[]; clusters: Cluster[] }

export function queueFeatures({ pins, clusters }: Found, around: Around): MapFeature[] {
  return [
    ...clusters.map(({ lon, lat, count, open, bbox }) => ({
      type: 'Feature' as const,
      geometry: { type: 'Point' as const, coordinates: [lon, lat] as [number, number] },
      properties: { kind: 'cluster' as const, count, open, bbox: [...bbox] as [number, number, number, number] },
    })),
    ...pins.filter(({ report }) => report.lat !== null && report.lon !== null).map((row) => pinOf(row, around)),
  ]
}

function pinOf({ report, text }: ReportWithText, { town, language }: Around): MapFeature {
  const category = town.categories.find((one) => one.key === report.category)
  return {
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [report.lon!, report.lat!] },
    properties: {
      kind: 'pin',
      number: report.number,
      category: report.category,
      categoryName: (category?.name[language] ?? report.category).replaceAll('\u00ad', ''),
      icon: category?.icon ?? 'dots',
      status: report.status,
      statusLabel: statusLabel(language, report),
      url: clerkPaths.report(town.key, report.number),
      ...(text?.address ? { address: text.address } : {}),
      ...(category?.disclosure === 'never' ? { isPrivate: true } : {}),
    },
  }
}
