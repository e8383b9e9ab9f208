/** Pins and clusters as GeoJSON features, in the words of the map island's contract. */

import { town as townPaths } from '../../client/paths.ts'
import type { Language } from '../../tenants/languages.ts'
import type { RegisteredTown } from '../context.ts'
import type { MapContent } from '../reports/map-reports.ts'
import { statusLabel } from './status-label.ts'

type Address = { language: Language; base: string; town: RegisteredTown }

const point = (lon: number, lat: number) => ({ type: 'Point' as const, coordinates: [lon, lat] as [number, number] })

export function mapFeatures({ pins, clusters }: MapContent, { language, base, town }: Address) {
  const paths = townPaths(base)
  return [
    ...clusters.map(({ lon, lat, count, open, bbox }) => ({
      type: 'Feature' as const,
      geometry: point(lon, lat),
      properties: { kind: 'cluster' as const, count, open, bbox },
    })),
    ...pins.map((report) => {
      const category = town.categories.find((one) => one.key === report.category)
      return {
        type: 'Feature' as const,
        geometry: point(report.lon!, report.lat!),
        properties: {
          kind: 'pin' as const,
          number: report.number,
          category: report.category,
          categoryName: category?.name[language] ?? report.category,
          icon: category?.icon ?? 'dots',
          status: report.status,
          statusLabel: statusLabel(language, report),
          url: paths.publicReport(report.number),
          ...(report.address ? { address: report.address } : {}),
        },
      }
    }),
  ]
}
