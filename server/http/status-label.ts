/** A status in words, with the date or the name that belongs to it. */
import { formatDay, words } from '../../client/i18n/index.ts'
import type { Status } from '../../db/schema/reports.ts'
import type { Language } from '../../tenants/languages.ts'

export type StatusFacts = { status: Status; partner: string | null; scheduledFor: Date | null }

export function statusLabel(language: Language, facts: StatusFacts, length: 'label' | 'short' = 'label'): string {
  const { status } = words(language)
  if (length === 'label' && facts.status === 'scheduled' && facts.scheduledFor) {
    return status.scheduledFor(formatDay(language, facts.scheduledFor))
  }
  if (facts.status === 'with_partner' && facts.partner)
    return length === 'label' ? status.withPartner(facts.partner) : facts.partner
  if (facts.status === 'handed_over' && facts.partner && length === 'label') return status.handedOverTo(facts.partner)
  return status[length][facts.status]
}
