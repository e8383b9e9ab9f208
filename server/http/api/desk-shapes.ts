/** Wire shapes of the desk: reports as the town hall's own systems see them. */
import { z } from 'zod'
import { api as apiPaths, town as townPaths } from '../../../client/paths.ts'
import { INTAKE_CHANNELS, STATUSES, VISIBILITIES } from '../../../db/schema/reports.ts'
import type { PhotoRow } from '../../photos/rows.ts'
import { PRIORITIES } from '../../reports/answer-effects.ts'
import type { DeskReport, DeskReportWhole } from '../../reports/read-desk.ts'
import { ACTIONS } from '../../reports/record-event.ts'
import type { EventRow, ReportRow } from '../../reports/rows.ts'
import { CLOSING_REASONS } from '../../reports/status.ts'
import { absoluteUrl } from '../urls.ts'
import type { Address } from './shapes.ts'

const Time = z.iso.datetime({ offset: true })

const DeskPhoto = z.object({
  url: z.string().meta({ description: 'Behind the key, too' }),
  contentType: z.string(),
  isResult: z.boolean().meta({ description: 'Of the work done, not of the matter' }),
  visibility: z.enum(VISIBILITIES),
})

export const DeskState = z
  .object({
    number: z.int(),
    version: z.int().meta({ description: 'Goes along with every change' }),
    status: z.enum(STATUSES),
    department: z.string(),
    changedAt: Time,
  })
  .meta({ id: 'DeskState' })

export const DeskItem = DeskState.extend({
  category: z.string(),
  priority: z.enum(PRIORITIES),
  receivedAt: Time,
  answerDueAt: Time,
  scheduledFor: Time.optional(),
  questionUntil: Time.optional(),
  partner: z.string().optional(),
  partnerUntil: Time.optional(),
  closedAt: Time.optional(),
  closedReason: z.string().optional(),
  lat: z.number().optional(),
  lon: z.number().optional(),
  accuracy: z.number().optional().meta({ description: 'Metres, as the device said' }),
  address: z.string().optional(),
  district: z.string().optional(),
  description: z.string().optional(),
  answers: z.array(
    z.object({
      key: z.string(),
      label: z.string(),
      value: z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]),
      words: z.string(),
    }),
  ),
  photos: z.array(DeskPhoto),
  visibility: z.enum(VISIBILITIES),
  textVisibility: z.enum(VISIBILITIES),
  intakeChannel: z.enum(INTAKE_CHANNELS),
  language: z.string(),
  url: z.string().meta({ description: 'The public page, if the report is shown' }),
}).meta({ id: 'DeskReport' })
export const DeskPage = z.object({ items: z.array(DeskItem), next: z.string().nullable() }).meta({ id: 'DeskReports' })

const DeskStep = z
  .object({
    at: Time,
    version: z.int(),
    action: z.enum(ACTIONS),
    status: z.enum(STATUSES).optional(),
    answer: z.string().optional().meta({ description: 'Public words of the town' }),
    date: z.string().optional(),
    reason: z.string().optional(),
  })
  .meta({ id: 'DeskStep' })

export const DeskWhole = DeskItem.extend({
  contact: z
    .object({ name: z.string().optional(), email: z.string().optional(), phone: z.string().optional() })
    .optional()
    .meta({ description: 'Only for a key of scope `contact`, and each reading leaves a line in the log' }),
  history: z.array(DeskStep),
}).meta({ id: 'DeskReportWhole' })

const version = z.int().positive()
const answer = z.string().min(3).max(4000).meta({ description: 'Everybody may read it; the reporter gets it by mail' })
const ended = { answer: answer.optional(), silent: z.boolean().optional() }
const inside = z.string().min(1).max(4000).meta({ description: 'Stays in the town hall' })

/** What the document says; what holds are the verbs' own schemas. */
export const DeskEvent = z
  .discriminatedUnion('action', [
    z.object({ action: z.literal('accept'), version }),
    z.object({ action: z.literal('answer'), version, answer }),
    z.object({ action: z.literal('schedule'), version, date: z.iso.date(), answer: answer.optional() }),
    z.object({ action: z.literal('close'), version, reason: z.enum(CLOSING_REASONS.done), ...ended }),
    z.object({ action: z.literal('decline'), version, reason: z.enum(CLOSING_REASONS.declined), ...ended }),
    z.object({ action: z.literal('note'), text: inside }),
    z.object({ action: z.literal('give_back'), version, reason: inside }),
  ])
  .meta({ id: 'DeskEvent' })

const timeOf = (at: Date | null) => at?.toISOString()

export const deskState = ({
  number,
  version,
  status,
  department,
  changedAt,
}: ReportRow): z.infer<typeof DeskState> => ({
  ...{ number, version, status, department },
  changedAt: changedAt.toISOString(),
})

export function deskItem({ report, text, photos }: DeskReport, { publicUrl, town }: Address) {
  const { category, priority, visibility, textVisibility, intakeChannel, language, number } = report
  return {
    ...deskState(report),
    ...{ category, priority, visibility, textVisibility, intakeChannel, language },
    receivedAt: report.receivedAt.toISOString(),
    answerDueAt: report.answerDueAt.toISOString(),
    scheduledFor: timeOf(report.scheduledFor),
    questionUntil: timeOf(report.questionUntil),
    partner: report.partner ?? undefined,
    partnerUntil: timeOf(report.partnerUntil),
    closedAt: timeOf(report.closedAt),
    closedReason: report.closedReason ?? undefined,
    lat: report.lat ?? undefined,
    lon: report.lon ?? undefined,
    accuracy: report.accuracy ?? undefined,
    address: text?.address ?? undefined,
    district: report.district ?? undefined,
    description: text?.description,
    answers: (text?.answers ?? []).map(({ key, label, value, words }) => ({ key, label, value, words })),
    photos: photos.map((photo) => photoItem(photo, publicUrl + apiPaths.deskPhoto(town.key, number, photo.id))),
    url: absoluteUrl(publicUrl, town, townPaths('').publicReport(number)),
  }
}

const photoItem = ({ contentType, isResult, visibility }: PhotoRow, url: string) => ({
  ...{ url, contentType, isResult, visibility },
})

export function deskWhole(whole: DeskReportWhole, address: Address) {
  const { contact } = whole
  const given = contact && {
    name: contact.name ?? undefined,
    email: contact.email ?? undefined,
    phone: contact.phone ?? undefined,
  }
  return { ...deskItem(whole, address), ...(given ? { contact: given } : {}), history: whole.events.map(deskStep) }
}

/** Without who it was: names of the town hall's people are nobody else's. */
export const deskStep = ({ happenedAt, version, action, facts }: EventRow) => ({
  at: happenedAt.toISOString(),
  ...{ version, action },
  status: facts.to,
  answer: facts.answer,
  date: facts.date,
  reason: facts.reason,
})
