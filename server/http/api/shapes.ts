/** Wire shapes of the public JSON API: one definition for answers and for the OpenAPI document. */
import { z } from 'zod'
import { town as townPaths } from '../../../client/paths.ts'
import { STATUSES } from '../../../db/schema/reports.ts'
import {
  CATEGORY_KINDS,
  type Category,
  CONTACT_POLICIES,
  type Effect,
  EMERGENCIES,
  QUESTION_TYPES,
} from '../../../tenants/catalogue-schema.ts'
import type { Language } from '../../../tenants/languages.ts'
import { TOWN_KINDS } from '../../../tenants/schema.ts'
import type { RegisteredTown } from '../../context.ts'
import type { PublicReport, TimelineEntry } from '../../reports/present.ts'
import { ACTIONS } from '../../reports/record-event.ts'
import { BADGES } from '../../towns/conformance.ts'
import type { RegisteredEntry } from '../../towns/list-register.ts'
import type { TownRow } from '../../towns/rows.ts'
import { photoAlt } from '../photo-words.ts'
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

export const RegisterItem = z
  .object({
    key: z.string(),
    name: z.string(),
    url: z.string(),
    catalogueVersion: z.int(),
    state: z.enum(BADGES).meta({ description: 'grace: to be put right until a day; withdrawn: not met at present' }),
    checkedAt: Time.nullable(),
  })
  .meta({ id: 'RegisterEntry' })
export const RegisterPage = page(RegisterItem).meta({ id: 'Register' })

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
        /** What to tell whoever gives this answer; `call` first, where there is danger. */
        effects: z
          .array(
            z.object({
              is: z.union([z.string(), z.boolean()]),
              text: z.string(),
              call: z.enum(EMERGENCIES).optional(),
            }),
          )
          .optional(),
      }),
    ),
    photo: z.enum(['none', 'welcome', 'wanted']),
    /** Nobody can choose it today. */
    resting: z.literal(true).optional(),
    restingReason: z.string().optional(),
    kind: z.enum(CATEGORY_KINDS),
    /** A point, or only an address in words. */
    place: z.enum(['point', 'address']),
    contact: z.enum(CONTACT_POLICIES),
    /** The question that asks for the number on the object. */
    objectNumber: z.string().optional(),
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
    /** In the language asked for. */
    categoryName: z.string(),
    /** Of the category, as the platform draws it. */
    icon: z.string(),
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
    version: z.int().optional().meta({ description: 'Of the report now, where somebody was faster' }),
    changes: z
      .array(z.object({ at: Time, version: z.int(), action: z.enum(ACTIONS) }).loose())
      .optional()
      .meta({ description: 'What happened since the version that was sent' }),
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

export const registerItem = (
  publicUrl: string,
  { key, name, host, catalogueVersion, badge, checkedAt }: RegisteredEntry,
): z.infer<typeof RegisterItem> => ({
  key,
  name,
  url: `${townUrl(publicUrl, { key, host })}/`,
  catalogueVersion,
  state: badge,
  checkedAt: checkedAt?.toISOString() ?? null,
})

export function categoryItem(category: Category, language: Language): z.infer<typeof CategoryItem> {
  const { key, name, groupName, notice, questions, photo, kind, place, contact, objectNumber } = category
  return {
    key,
    name: name[language],
    group: groupName[language],
    notice: notice?.[language],
    questions: questions.map(({ key, label, type, required, options, showIf, effects }) => ({
      key,
      label: label[language],
      type,
      required,
      options: options?.map((option) => ({ key: option.key, label: option.label[language] })),
      showIf,
      effects: effectItems(effects, language),
    })),
    photo,
    kind,
    place,
    contact,
    objectNumber,
  }
}

function effectItems(effects: Effect[], language: Language) {
  const told = effects.flatMap(({ is, text, stop }) => (text ? [{ is, text: text[language], call: stop }] : []))
  return told.length > 0 ? told : undefined
}

export type Address = { publicUrl: string; town: RegisteredTown; language: Language }

export function reportItem(report: PublicReport, { publicUrl, town, language }: Address): z.infer<typeof ReportItem> {
  const { number, category, status, receivedAt, changedAt, lat, lon, address, district, description } = report
  const known = town.categories.find(({ key }) => key === category)
  return {
    number,
    category,
    categoryName: known?.name[language] ?? category,
    icon: known?.icon ?? 'dots',
    status,
    statusLabel: statusLabel(language, report),
    receivedAt: receivedAt.toISOString(),
    changedAt: changedAt.toISOString(),
    lat: lat ?? undefined,
    lon: lon ?? undefined,
    address: address ?? undefined,
    district: district ?? undefined,
    description: description ?? undefined,
    photos: report.photos.map((photo) => ({
      url: absoluteUrl(publicUrl, town, townPaths('').publicPhoto(number, photo)),
      alt: photoAlt(language, town, { category, isResult: photo.isResult }),
    })),
    url: absoluteUrl(publicUrl, town, townPaths('').publicReport(number)),
  }
}

export const timelineItem = ({ at, action, text }: TimelineEntry) => ({
  at: at.toISOString(),
  action,
  text: text ?? undefined,
})
