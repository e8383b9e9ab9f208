/** An event of the history as a sentence for clerks. */
import type { Context } from 'hono'
import { formatDay, words } from '../../../client/i18n/index.ts'
import type { EventFacts } from '../../../db/schema/events.ts'
import type { Visibility } from '../../../db/schema/reports.ts'
import type { Language } from '../../../tenants/languages.ts'
import type { Action } from '../../reports/record-event.ts'
import type { EventRow } from '../../reports/rows.ts'
import type { AppEnv } from '../app-env.ts'
import { categoryName, departmentName } from '../names.ts'

export function historySentence(
  c: Context<AppEnv>,
  { action, facts, actorKind }: EventRow,
  names: Map<string, string>,
): string {
  const { language } = c.var
  const { clerk, erasure } = words(language)
  const { history } = clerk
  const department = facts.department ? departmentName(c, facts.department) : ''
  switch (action as Action) {
    case 'routed':
      return history.routed(department)
    case 'scheduled':
      return history.scheduled(facts.date ? formatDay(language, `${facts.date}T12:00:00Z`) : '')
    case 'partner_involved':
      return history.partner_involved(facts.partner ?? '')
    case 'partner_received':
      return words(language).partners.received(facts.partner ?? '', facts.ref ?? '')
    case 'partner_not_reached':
      return words(language).partners.notReached(facts.partner ?? '')
    case 'partner_told':
      return words(language).partners.told(facts.partner ?? '', newsInWords(language, facts))
    case 'partner_written':
      return writtenSentence(language, facts)
    case 'partner_returned':
      if (actorKind !== 'outside') return words(language).partners.takenBack(facts.partner ?? '')
      return history.partner_returned(facts.reason)
    case 'closed':
      return history.closed(facts.reason ?? '')
    case 'declined':
      return history.declined(facts.reason ?? '')
    case 'handed_over':
      return history.handed_over(facts.partner ?? '')
    case 'assigned':
      return history.assigned((facts.clerkId && names.get(facts.clerkId)) || department)
    case 'recategorised':
      return history.recategorised(facts.category ? categoryName(c, facts.category) : '', department)
    case 'contact_removed':
      return facts.reason === 'on_request' ? erasure.staff.contactOnRequest : history.contact_removed(facts.reason)
    case 'erased_on_request':
      return erasure.staff.onRequest
    case 'visibility_changed':
      return history.visibility_changed(facts.what ?? 'report', (facts.visibility ?? 'shown') as Visibility)
    case 'priority_changed':
      return history.priority_changed(facts.priority ?? 'normal')
    case 'merged':
      return history.merged(facts.into ?? 0)
    case 'separated':
      return history.separated(facts.into ?? 0)
    case 'absorbed':
      return history.absorbed(inARow(facts.numbers))
    case 'released':
      return history.released(inARow(facts.numbers))
    case 'rated':
      return history.rated(facts.score ?? 0)
    case 'place_moved':
      return history.place_moved(department)
    case 'imported':
      return history.imported(facts.source ?? '', facts.date ? formatDay(language, `${facts.date}T12:00:00Z`) : '')
    default:
      return history[action as PlainAction]
  }
}

function newsInWords(language: Language, { news = '' }: EventFacts): string {
  const { short } = words(language).partners
  return Object.hasOwn(short, news) ? short[news as keyof typeof short] : news
}

function writtenSentence(language: Language, facts: EventFacts): string {
  const { partners } = words(language)
  const { partner = '', news } = facts
  return news === 'instruction'
    ? partners.instructionWritten(partner)
    : partners.written(partner, newsInWords(language, facts))
}

type PlainAction = Exclude<
  Action,
  | 'routed'
  | 'scheduled'
  | 'partner_involved'
  | 'partner_received'
  | 'partner_not_reached'
  | 'partner_told'
  | 'partner_written'
  | 'partner_returned'
  | 'closed'
  | 'declined'
  | 'handed_over'
  | 'assigned'
  | 'recategorised'
  | 'visibility_changed'
  | 'priority_changed'
  | 'contact_removed'
  | 'erased_on_request'
  | 'merged'
  | 'separated'
  | 'absorbed'
  | 'released'
  | 'rated'
  | 'place_moved'
  | 'imported'
>

const inARow = (numbers: readonly number[] = []) => numbers.map((number) => `#${number}`).join(', ')
