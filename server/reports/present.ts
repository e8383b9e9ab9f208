/** What a stranger may see of a report: the only way from rows to anything public. */
import type { Status } from '../../db/schema/reports.ts'
import { endingOf } from '../photos/photo-key.ts'
import type { PhotoRow } from '../photos/rows.ts'
import type { Action } from './record-event.ts'
import type { EventRow, ReportRow, TextRow } from './rows.ts'
import { publicStatus } from './status.ts'

export type PublicReport = {
  number: number
  category: string
  status: Exclude<Status, 'question'>
  partner: string | null
  scheduledFor: Date | null
  receivedAt: Date
  changedAt: Date
  closedAt: Date | null
  department: string
  /** Language of the text. */
  language: string
  lat: number | null
  lon: number | null
  district: string | null
  /** Only after a clerk has released the text. */
  description: string | null
  address: string | null
  /** There was one; its time is over. */
  isTextErased: boolean
  answers: { label: string; words: string }[]
  /** Those that a clerk has released. */
  photos: PublicPhoto[]
}

export type PublicPhoto = {
  id: string
  ending: string
  width: number
  height: number
  isResult: boolean
  /** Whether there is a small one of it, too. */
  hasSmall: boolean
}

type Seen = { report: ReportRow; text: TextRow | null; photos?: readonly PhotoRow[] | undefined }

export function presentReport({ report, text, photos = [] }: Seen): PublicReport {
  const released = report.textVisibility === 'shown' ? text : null
  return {
    number: report.number,
    category: report.category,
    status: publicStatus(report.status),
    partner: report.partner,
    scheduledFor: report.scheduledFor,
    receivedAt: report.receivedAt,
    changedAt: report.changedAt,
    closedAt: report.closedAt,
    department: report.department,
    language: report.language,
    lat: report.lat,
    lon: report.lon,
    district: report.district,
    description: released?.description ?? null,
    address: released?.address ?? null,
    isTextErased: text === null && report.textErasedAt !== null,
    answers: (text?.answers ?? [])
      .filter((answer) => answer.public && (released || !answer.isFreeText))
      .map(({ label, words }) => ({ label, words })),
    photos: photos
      .filter(({ visibility }) => visibility === 'shown')
      .map(({ id, contentType, width, height, isResult, thumbKey }) => ({
        id,
        ending: endingOf(contentType),
        width,
        height,
        isResult,
        hasSmall: thumbKey !== null,
      })),
  }
}

export type TimelineEntry = {
  at: Date
  action: Action
  status: Exclude<Status, 'question'> | null
  /** The town's public words. */
  text: string | null
  partner: string | null
  date: string | null
  reason: string | null
  /** The report it became in another town. */
  elsewhere: { town: string; number: number } | null
  /** Number of the report that is worked on in this one's place. */
  into: number | null
  /** Who said it by a link, where it was not the town itself. */
  by: string | null
}

/** Steps of which everybody may know. Questions, notes, assignments stay in the town hall. */
const PUBLIC_ACTIONS: ReadonlySet<string> = new Set<Action>([
  'submitted',
  'accepted',
  'scheduled',
  'partner_involved',
  'partner_acknowledged',
  'partner_returned',
  'answered',
  'closed',
  'declined',
  'handed_over',
  'withdrawn',
  'reopened',
  'merged',
  'imported',
])

/** Steps of which everybody may know the result, not how it came about. */
const SHOWN_AS: Partial<Record<Action, Action>> = {
  separated: 'reopened',
  objection_accepted: 'reopened',
  objection_rejected: 'answered',
  withdrawal_undone: 'reopened',
}

export const isPublicAction = (action: Action): boolean => PUBLIC_ACTIONS.has(shownAs(action))

const shownAs = (action: string) => SHOWN_AS[action as Action] ?? (action as Action)

/** The public history, in the order of the events given, without what was taken back. */
export function presentTimeline(events: readonly EventRow[]): TimelineEntry[] {
  return withoutUndone(events)
    .filter((event) => PUBLIC_ACTIONS.has(shownAs(event.action)))
    .map(({ happenedAt, action, facts }) => ({
      at: happenedAt,
      action: shownAs(action),
      status: facts.to ? publicStatus(facts.to as Status) : null,
      text: facts.answer ?? null,
      partner: facts.partner ?? null,
      date: facts.date ?? null,
      reason: facts.reason ?? null,
      elsewhere: facts.elsewhere ?? null,
      into: facts.into ?? null,
      by: facts.by ?? null,
    }))
}

/** What was taken back has not happened for anybody outside. */
export function withoutUndone(events: readonly EventRow[]): EventRow[] {
  const undone = new Set(events.map(({ facts }) => facts.event))
  return events.filter(({ id }) => !undone.has(id))
}
