/** A small map of where one report is. */
import type { Context } from 'hono'
import { words } from '../../client/i18n/index.ts'
import { PlaceMap } from '../../client/map/PlaceMap.tsx'
import { town as townPaths } from '../../client/paths.ts'
import { publicStatus } from '../reports/status.ts'
import type { AppEnv } from './app-env.ts'
import { categoryName } from './names.ts'
import { type StatusFacts, statusLabel } from './status-label.ts'
import { groundOf } from './town-ground.ts'

type Placed = StatusFacts & { number: number; category: string; lat: number; lon: number }

export function placePicture(c: Context<AppEnv>, report: Placed) {
  const { town, language, base } = c.var
  const { map } = words(language)
  const category = town.categories.find((one) => one.key === report.category)
  return (
    <PlaceMap
      {...groundOf(town)}
      pin={{
        type: 'Feature',
        geometry: { type: 'Point', coordinates: [report.lon, report.lat] },
        properties: {
          kind: 'pin',
          number: report.number,
          category: report.category,
          categoryName: categoryName(c, report.category),
          icon: category?.icon ?? 'dots',
          status: publicStatus(report.status),
          statusLabel: statusLabel(language, report),
          url: townPaths(base).publicReport(report.number),
        },
      }}
      words={{
        map: map.map(town),
        zoomIn: map.controls.zoomIn,
        zoomOut: map.controls.zoomOut,
        picture: map.placePicture(town),
      }}
    />
  )
}
