/** What of a report goes to a partner's own system: what it needs for the work, and nothing about who reported it. */
import { town as townPaths } from '../../client/paths.ts'
import type { Open311Setting } from '../../tenants/schema.ts'
import type { Ctx } from '../context.ts'
import type { PhotoRow } from '../photos/rows.ts'
import { presentReport } from '../reports/present.ts'
import type { ReportRow, TextRow } from '../reports/rows.ts'

type Told = { report: ReportRow; text: TextRow | null; photos: readonly PhotoRow[] }

/** GeoReport v2, "POST Service Request". */
const MOST_DESCRIPTION = 4_000
/** About a metre. */
const DIGITS = 6

export function errandFields(
  ctx: Ctx,
  { report, text, photos }: Told,
  urlOf: (path: string) => string,
): [name: string, value: string][] {
  const { lat, lon, number } = report
  const place: [string, string][] =
    lat === null || lon === null
      ? []
      : [
          ['lat', lat.toFixed(DIGITS)],
          ['long', lon.toFixed(DIGITS)],
        ]
  // One of both is demanded.
  const address = text?.address ?? (place.length === 0 ? ctx.town.officialName : undefined)
  const shown = presentReport({ report, text, photos }).photos
  return [
    ...place,
    ...(address ? [['address_string', address] as [string, string]] : []),
    ['description', descriptionOf(ctx, { report, text }, urlOf)],
    ...shown.map((photo): [string, string] => ['media_url', urlOf(townPaths('').publicPhoto(number, photo))]),
  ]
}

/** The words, the answers, our number, and where everybody reads what became of it. */
function descriptionOf({ town }: Ctx, { report, text }: Omit<Told, 'photos'>, urlOf: (path: string) => string): string {
  const category = town.categories.find(({ key }) => key === report.category)?.name.de ?? report.category
  const answers = (text?.answers ?? []).map(({ label, words }) => `${label}${/[?:]$/.test(label) ? '' : ':'} ${words}`)
  const page = report.visibility === 'shown' ? [urlOf(townPaths('').publicReport(report.number))] : []
  const below = [answers.join('\n'), [`${town.officialName}, #${report.number}`, ...page].join('\n')].filter(Boolean)
  const rest = below.join('\n\n').slice(0, MOST_DESCRIPTION / 2)
  const words = text?.description ?? category.replaceAll('\u00ad', '')
  return `${words.slice(0, MOST_DESCRIPTION - rest.length - 2)}\n\n${rest}`
}

/** What the category is called there; null when the town's table names none. */
export const serviceFor = ({ services }: Open311Setting, category: string): string | null =>
  services[category] ?? services.other ?? null
