/** The collection `meldungen`: all public reports of the town, newest first. */
import { z } from 'zod'
import { STATUSES } from '../../../db/schema/reports.ts'
import { inTransaction } from '../../context.ts'
import { notFound } from '../../errors.ts'
import { ReportNumber } from '../../reports/inputs.ts'
import { countMatching, readPublicReach, readPublicReports } from '../../reports/list-public-reports.ts'
import type { PublicFilter } from '../../reports/public-rows.ts'
import { statusesShownAs } from '../../reports/status.ts'
import { asMalformed } from '../strict-query.ts'
import type { Collection, Property, Query } from './collection.ts'
import { type ReportProperties, reportFeature } from './report-features.ts'

/** To the reporter alone a question is a status of its own. */
const SHOWN = STATUSES.filter((status) => status !== 'question')
type ShownStatus = Exclude<(typeof STATUSES)[number], 'question'>
const Key = z.string().regex(/^[\w-]{1,63}$/)

const text = (description: string): Property => ({ type: 'string', description })
const textOrNull = (description: string): Property => ({ ...text(description), nullable: true })
const moment = (description: string): Property => ({ ...text(description), format: 'date-time' })

const properties: Record<keyof ReportProperties, Property> = {
  number: { type: 'integer', description: 'Vorgangsnummer in dieser Kommune' },
  category: text('Schlüssel der Kategorie'),
  categoryName: text('Name der Kategorie'),
  status: { ...text('Schlüssel des Status'), enum: SHOWN },
  statusLabel: text('Status in Worten'),
  receivedAt: moment('Eingang'),
  changedAt: moment('Letzte Änderung'),
  closedAt: { ...moment('Abschluss'), nullable: true },
  district: textOrNull('Schlüssel des Bezirks'),
  districtName: textOrNull('Name des Bezirks'),
  department: text('Zuständiger Fachbereich'),
  address: textOrNull('Ort in Worten, sobald er freigegeben ist'),
  description: textOrNull('Text, sobald er freigegeben ist'),
  photos: { type: 'integer', description: 'Anzahl der freigegebenen Fotos' },
  url: { ...text('Öffentliche Seite des Anliegens'), format: 'uri' },
}

export const meldungen: Collection = {
  id: 'meldungen',
  filters: { category: Key.optional(), status: z.enum(SHOWN).optional(), district: Key.optional() },
  properties,
  featureId: properties.number,
  bounds: (c) => c.var.town.bounds,
  since: async (c) => (await readPublicReach(c.var.ctx)).first,
  read: (c, query) =>
    inTransaction(c.var.ctx, async (ctx) => {
      const filter = filterOf(query)
      const { items, next } = await readPublicReports(ctx, filter, query).catch(asMalformed)
      const matched = await countMatching(ctx, filter)
      return { features: items.map((report) => reportFeature(c, report)), matched, next }
    }),
  async get(c, id) {
    // The id of the answer is the one of the address: no 007, no 1e3.
    const number = ReportNumber.safeParse(/^[1-9]\d*$/.test(id) ? id : undefined)
    if (!number.success) throw notFound('report_not_found')
    const { items } = await readPublicReports(c.var.ctx, { numbers: [number.data] }, { limit: 1 })
    if (items.length === 0) throw notFound('report_not_found')
    return reportFeature(c, items[0]!)
  },
}

function filterOf({ bbox, datetime, category, status, district }: Query): PublicFilter {
  return {
    bbox,
    withoutPlaceToo: true,
    receivedFrom: datetime?.from,
    receivedUntil: datetime?.until,
    category: category as string | undefined,
    statuses: status === undefined ? undefined : statusesShownAs(status as ShownStatus),
    district: district as string | undefined,
  }
}
