/** What the tracking page offers once the report has ended. */
import type { Context } from 'hono'
import type { AfterEndProps } from '../../../client/citizen/AfterEnd.tsx'
import { formatDate } from '../../../client/i18n/index.ts'
import { town as townPaths } from '../../../client/paths.ts'
import { objectUntil } from '../../reports/after-the-end.ts'
import type { TrackedReport } from '../../reports/track-report.ts'
import type { AppEnv } from '../app-env.ts'

type C = Context<AppEnv>
export type TriedReply = { field?: 'score' | 'objection'; error?: string; value?: string }

/** Undefined while the report is open, for a withdrawn one, and where no town hall would read it. */
export function afterEndProps(c: C, tracked: TrackedReport, tried: TriedReply): AfterEndProps | undefined {
  const { language, town, base } = c.var
  const { report, score } = tracked
  if (!town.member || !objectUntil(report)) return undefined
  const to = townPaths(base)
  const token = c.req.param('token') ?? ''
  return {
    language,
    version: report.version,
    rating: {
      action: to.rating(token),
      score: score ?? undefined,
      error: tried.field === 'score' ? tried.error : undefined,
      isThanked: c.req.query('getan') === 'bewertet',
    },
    objection: {
      action: to.objection(token),
      state: stateOf(c, tracked),
      ...(tried.field === 'objection' ? { error: tried.error, value: tried.value } : {}),
    },
    contact: { phone: town.contact.phone, email: town.contact.email },
  }
}

function stateOf(c: C, { report, hasObjected }: TrackedReport): AfterEndProps['objection']['state'] {
  const { language, deps } = c.var
  const now = deps.now()
  const day = (date: Date) => formatDate(language, date, now)
  if (report.objectionAt) return { is: 'open', since: day(report.objectionAt) }
  if (hasObjected) return { is: 'answered' }
  const until = objectUntil(report)
  return until && until >= now ? { is: 'possible', until: day(until) } : { is: 'over' }
}
