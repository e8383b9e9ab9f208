/** A status as a sentence: who does what now. */
import type { Context } from 'hono'
import { formatDate, words } from '../../client/i18n/index.ts'
import type { Status } from '../../db/schema/reports.ts'
import type { AppEnv } from './app-env.ts'
import { departmentName } from './names.ts'

type Facts = { status: Status; department: string; partner: string | null; scheduledFor: Date | null }

export function statusSentence(c: Context<AppEnv>, report: Facts): string {
  const { language, town, deps } = c.var
  const { status, common } = words(language)
  switch (report.status) {
    case 'received':
      if (!town.member) return status.sentence.forwarded(town.officialName)
      return status.sentence.received(common.kind[town.kind].at)
    case 'in_progress':
      return status.sentence.in_progress(departmentName(c, report.department))
    case 'scheduled':
      return status.sentence.scheduled(report.scheduledFor ? formatDate(language, report.scheduledFor, deps.now()) : '')
    case 'with_partner':
    case 'handed_over':
      return status.sentence[report.status](report.partner ?? '')
    default:
      return status.sentence[report.status]
  }
}
