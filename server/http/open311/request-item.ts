/** A public report as a service request: every field that is "always present" stands there, even if empty. */
import type { Context } from 'hono'
import { town as townPaths } from '../../../client/paths.ts'
import type { PublicReport, TimelineEntry } from '../../reports/present.ts'
import { isOpen } from '../../reports/status.ts'
import type { AppEnv } from '../app-env.ts'
import { departmentName } from '../names.ts'
import { statusLabel } from '../status-label.ts'
import { absoluteUrl } from '../urls.ts'
import { type Content, stamp } from './format.ts'
import { serviceNames } from './services.ts'
import { DETAILED_STATUS, entrySentence, entryStatus } from './status-words.ts'

type C = Context<AppEnv>
type More = {
  /** By number, newest entry first. */
  timelines: ReadonlyMap<number, readonly TimelineEntry[]>
  extensions: boolean
}

export function requestItems(c: C, reports: readonly PublicReport[], more: More): Content[] {
  const names = serviceNames(c.var.town.categories, c.var.language)
  return reports.map((report) => itemOf(c, report, { ...more, names }))
}

export const requestItem = (c: C, report: PublicReport, more: More): Content => requestItems(c, [report], more)[0]!

type Named = More & { names: ReadonlyMap<string, string> }

function itemOf(c: C, report: PublicReport, { timelines, extensions, names }: Named): Content {
  const { number, category, status, scheduledFor } = report
  const timeline = timelines.get(number) ?? []
  const photos = report.photos.map((photo) => photoUrl(c, number, photo))
  return {
    service_request_id: String(number),
    status: isOpen(status) ? 'open' : 'closed',
    status_notes: timeline.find(({ text }) => text !== null)?.text ?? statusLabel(c.var.language, report),
    service_name: names.get(category) ?? category,
    service_code: category,
    description: report.description,
    agency_responsible:
      status === 'with_partner' && report.partner ? report.partner : departmentName(c, report.department),
    service_notice: null,
    requested_datetime: stamp(report.receivedAt),
    updated_datetime: stamp(report.changedAt),
    expected_datetime: status === 'scheduled' && scheduledFor ? stamp(scheduledFor) : null,
    address: report.address,
    address_id: null,
    zipcode: null,
    lat: report.lat,
    long: report.lon,
    media_url: photos[0] ?? null,
    ...(extensions ? extensionsOf(c, report, { timeline, photos }) : {}),
  }
}

/** CitySDK's attributes, and the public history. */
function extensionsOf(
  c: C,
  { status, district, department }: PublicReport,
  { timeline, photos }: { timeline: readonly TimelineEntry[]; photos: string[] },
) {
  return {
    extended_attributes: { detailed_status: DETAILED_STATUS[status], media_urls: photos, district },
    notes: timeline.map((entry) => ({
      datetime: stamp(entry.at),
      description: entrySentence(c, entry, department),
      type: entryStatus(entry),
    })),
  }
}

export const photoUrl = (c: C, number: number, photo: PublicReport['photos'][number]): string =>
  absoluteUrl(c.var.deps.publicUrl, c.var.town, townPaths('').publicPhoto(number, photo))
