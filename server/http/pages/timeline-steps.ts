/** The public history as steps of a page. */
import type { Context } from 'hono'
import { formatDate, formatDay, words } from '../../../client/i18n/index.ts'
import { town as townPaths } from '../../../client/paths.ts'
import type { TimelineStep } from '../../../client/ui/Timeline.tsx'
import { nameOfOutside } from '../../reports/outside-link.ts'
import type { TimelineEntry } from '../../reports/present.ts'
import type { AppEnv } from '../app-env.ts'

export function timelineSteps(c: Context<AppEnv>, timeline: readonly TimelineEntry[]): TimelineStep[] {
  const { language, deps } = c.var
  return timeline.map((entry) => ({
    mark: entry.status ?? { icon: 'note' },
    title: titleOf(c, entry),
    when: formatDate(language, entry.at, deps.now()),
    dateTime: entry.at.toISOString(),
    text: entry.text ?? undefined,
    quoted: entry.text !== null,
    link: linkOf(c, entry),
    who: entry.text === null ? undefined : nameOfOutside(c.var.town, entry.by ?? 'town_hall'),
  }))
}

/** A path on the platform, which leads on to the other town's own host if it has one. */
function linkOf(c: Context<AppEnv>, { elsewhere, action, into }: TimelineEntry): TimelineStep['link'] {
  if (action === 'merged' && into !== null) {
    return { href: townPaths(c.var.base).publicReport(into), label: words(c.var.language).after.merged.see(into) }
  }
  if (!elsewhere) return undefined
  const href = `${c.var.deps.publicUrl}${townPaths(`/${elsewhere.town}`).publicReport(elsewhere.number)}`
  return { href, label: words(c.var.language).status.goesOnThere(elsewhere.number) }
}

function titleOf(c: Context<AppEnv>, { action, status: key, partner, date }: TimelineEntry): string {
  const { status } = words(c.var.language)
  // Taken out of a merging or back from a withdrawal it is where it was, which need not be in work.
  if (action === 'reopened' && key && key !== 'in_progress') return status.label[key]
  if (
    action === 'answered' ||
    action === 'withdrawn' ||
    action === 'reopened' ||
    action === 'merged' ||
    action === 'partner_returned' ||
    action === 'imported'
  ) {
    return status.step[action]
  }
  if (action === 'scheduled' && date)
    return status.scheduledFor(formatDay(c.var.language, `${date}T12:00:00Z`, c.var.deps.now()))
  if (action === 'partner_acknowledged') return status.step.partner_acknowledged(partner ?? '')
  if (action === 'partner_involved' && partner) return status.withPartner(partner)
  if (action === 'handed_over' && partner) return status.handedOverTo(partner)
  return status.label[key ?? 'received']
}
