/** Our statuses in the words of others: FixMyStreet's extended ones, CitySDK's detailed ones, and sentences. */
import type { Context } from 'hono'
import { formatDay, words } from '../../../client/i18n/index.ts'
import type { PublicReport, TimelineEntry } from '../../reports/present.ts'
import type { AppEnv } from '../app-env.ts'
import { departmentName } from '../names.ts'

type PublicStatus = PublicReport['status']

export const DETAILED_STATUS: Record<PublicStatus, string> = {
  received: 'PENDING',
  in_progress: 'IN_PROCESS',
  scheduled: 'IN_PROCESS',
  with_partner: 'IN_PROCESS',
  done: 'PROCESSED',
  declined: 'REJECTED',
  handed_over: 'REJECTED',
}

const EXTENDED: Record<PublicStatus, string> = {
  received: 'open',
  in_progress: 'in_progress',
  scheduled: 'action_scheduled',
  with_partner: 'in_progress',
  done: 'fixed',
  declined: 'no_further_action',
  handed_over: 'not_councils_responsibility',
}
const BY_REASON: Record<string, string> = {
  duplicate: 'duplicate',
  private_ground: 'not_councils_responsibility',
}

/** `unchanged`: something was said, and the status is what it was. */
export function entryStatus({ action, status, reason }: TimelineEntry): string {
  if (action === 'merged') return 'duplicate'
  if (action === 'withdrawn') return 'cancelled'
  if (status === null) return 'unchanged'
  return (status === 'declined' && reason && BY_REASON[reason]) || EXTENDED[status]
}

/** The town's own public words, else ours for what happened. Never empty. @param department who is in charge now */
export function entrySentence(c: Context<AppEnv>, entry: TimelineEntry, department: string): string {
  const { language, town, deps } = c.var
  const { status, common, open311 } = words(language)
  const { action, text, into, date, partner } = entry
  if (text) return text
  if (action === 'submitted') return status.label.received
  if (action === 'imported') return status.step.imported
  if (action === 'merged') return into === null ? open311.merged : open311.mergedInto(into)
  if (action === 'withdrawn') return open311.withdrawn
  if (action === 'answered') return open311.answered
  if (action === 'reopened') return status.step.reopened
  if (action === 'partner_acknowledged') return status.step.partner_acknowledged(partner ?? '')
  if (action === 'partner_returned') return status.step.partner_returned
  switch (entry.status) {
    case 'in_progress':
      return status.sentence.in_progress(departmentName(c, department))
    case 'received':
      return status.sentence.received(common.kind[town.kind].at)
    case 'scheduled':
      return date ? status.scheduledFor(formatDay(language, `${date}T12:00:00Z`, deps.now())) : status.label.scheduled
    case 'with_partner':
      return partner ? status.withPartner(partner) : status.label.with_partner
    case 'handed_over':
      return partner ? status.handedOverTo(partner) : status.label.handed_over
    case 'done':
    case 'declined':
      return status.sentence[entry.status]
    default:
      return status.step.answered
  }
}
