/** Wire shapes of the public JSON API: one definition for answers and for the OpenAPI document. */
import { z } from 'zod'
import { town as townPaths } from '../../../client/paths.ts'
import { STATUSES } from '../../../db/schema/reports.ts'
import { CATEGORY_KINDS, type Category, QUESTION_TYPES } from '../../../tenants/catalogue-schema.ts'
import type { Language } from '../../../tenants/languages.ts'
import { TOWN_KINDS } from '../../../tenants/schema.ts'
import type { RegisteredTown } from '../../context.ts'
import type { PublicReport, TimelineEntry } from '../../reports/present.ts'
import { ACTIONS } from '../../reports/record-event.ts'
import type { TownRow } from '../../towns/rows.ts'
import { statusLabel } from '../status-label.ts'
import { absoluteUrl, townUrl } from '../urls.ts'

const page = <Item extends z.ZodType>(item: Item) => z.object({ items: z.array(item), next: z.string().nullable() })
const Time = z.iso.datetime({ offset: true })

export const TownItem = z
  .object({
    key: z.string(),
    name: z.string(),
    kind: z.enum(TOWN_KINDS),
    url: z.string(),
    live: z.boolean(),
    member: z.boolean().optional(),
  })
  .meta({ id: 'Town' })
export const TownPage = page(TownItem).meta({ id: 'Towns' })

export const CategoryItem = z
  .object({
    key: z.string(),
    name: z.string(),
    group: z.string(),
    notice: z.string().optional(),
    questions: z.array(
      z.object({
        key: z.string(),
        label: z.string(),
        type: z.enum(QUESTION_TYPES),
        required: z.boolean(),
        options: z.array(z.object({ key: z.string(), label: z.string() })).optional(),
        showIf: z.object({ question: z.string(), is: z.union([z.string(), z.boolean()]) }).optional(),
      }),
    ),
    photo: z.enum(['none', 'welcome', 'wanted']),
    kind: z.enum(CATEGORY_KINDS),
  })
  .meta({ id: 'Category' })
export const CategoryPage = page(CategoryItem).meta({ id: 'Categories' })

export const SubmittedReport = z
  .object({
    number: z.int(),
    status: z.enum(STATUSES),
    department: z.string(),
    url: z.string(),
    trackingUrl: z.string(),
  })
  .meta({ id: 'SubmittedReport' })

export const ReportItem = z
  .object({
    number: z.int(),
    category: z.string(),
    status: z.enum(STATUSES).exclude(['question']),
    statusLabel: z.string(),
    receivedAt: Time,
    changedAt: Time,
    lat: z.number().optional(),
    lon: z.number().optional(),
    address: z.string().optional(),
    district: z.string().optional(),
    description: z.string().optional(),
    photos: z.array(z.object({ url: z.string(), alt: z.string() })),
    url: z.string(),
  })
  .meta({ id: 'Report' })
export const ReportPage = page(ReportItem).meta({ id: 'Reports' })

export const ReportWithTimeline = ReportItem.extend({
  timeline: z.array(z.object({ at: Time, action: z.enum(ACTIONS), text: z.string().optional() })),
}).meta({ id: 'ReportWithTimeline' })

export const Problem = z
  .object({
    type: z.string(),
    status: z.int(),
    title: z.string(),
    reason: z.string(),
    errors: z.array(z.object({ pointer: z.string(), reason: z.string(), detail: z.string().optional() })),
    requestId: z.string(),
    town: z.object({ key: z.string(), name: z.string(), url: z.string() }).optional(),
  })
  .meta({ id: 'Problem' })

export const townItem = (
  publicUrl: string,
  { key, name, kind, host, live, member }: TownRow,
): z.infer<typeof TownItem> => ({
  key,
  name,
  kind: kind as z.infer<typeof TownItem>['kind'],
  url: `${townUrl(publicUrl, { key, host })}/`,
  live,
  // Said only of towns that have not joined, which only a search by place finds.
  ...(member ? {} : { member }),
})

export function categoryItem(category: Category, language: Language): z.infer<typeof CategoryItem> {
  const { key, name, groupName, notice, questions, photo, kind } = category
  return {
    key,
    name: name[language],
    group: groupName[language],
    notice: notice?.[language],
    questions: questions.map(({ key, label, type, required, options, showIf }) => ({
      key,
      label: label[language],
      type,
      required,
      options: options?.map((option) => ({ key: option.key, label: option.label[language] })),
      showIf,
    })),
    photo,
    kind,
  }
}

export type Address = { publicUrl: string; town: RegisteredTown; language: Language }

export function reportItem(report: PublicReport, { publicUrl, town, language }: Address): z.infer<typeof ReportItem> {
  const { number, category, status, receivedAt, changedAt, lat, lon, address, district, description } = report
  return {
    number,
    category,
    status,
    statusLabel: statusLabel(language, report),
    receivedAt: receivedAt.toISOString(),
    changedAt: changedAt.toISOString(),
    lat: lat ?? undefined,
    lon: lon ?? undefined,
    address: address ?? undefined,
    district: district ?? undefined,
    description: description ?? undefined,
    photos: [],
    url: absoluteUrl(publicUrl, town, townPaths('').publicReport(number)),
  }
}

export const timelineItem = ({ at, action, text }: TimelineEntry) => ({
  at: at.toISOString(),
  action,
  text: text ?? undefined,
})
