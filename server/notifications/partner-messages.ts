/** The mail to a partner whose own system has the report: what that system does not take. German, as all of theirs. */
import { words } from '../../client/i18n/index.ts'
import type { EventFacts } from '../../db/schema/events.ts'
import type { RegisteredTown } from '../context.ts'
import { TIDINGS } from '../partners/tidings.ts'
import type { ReportRow, TextRow } from '../reports/rows.ts'
import type { MailPart } from './mail-parts.ts'
import type { Mail } from './messages.ts'

type Told = {
  report: ReportRow
  text: TextRow | null
  /** Of the event: their number, and what they are to know. */
  facts: Pick<EventFacts, 'ref' | 'news'>
  /** What the town's clerk wrote to them. */
  instruction: string | null
}

/** Holds nothing that a citizen wrote. */
export function composePartnerMail(town: RegisteredTown, { report, text, facts, instruction }: Told): Mail {
  const { mail, partners } = words('de')
  const category = town.categories.find((one) => one.key === report.category)?.name.de ?? report.category
  const tiding = TIDINGS.find((one) => one === facts.news)
  const there = facts.ref ?? null
  const told = tiding ? partners.tidings[tiding](town.officialName, report.number) : partners.mail.instruction(there)
  const signature = town.member ? town.officialName : words('de').common.product
  const parts: (MailPart | null)[] = [
    mail.outside.greeting,
    told,
    instruction,
    [
      there && partners.mail.there(there),
      `${partners.mail.here(town.officialName)}: #${report.number}`,
      `${mail.outside.category}: ${category.replaceAll('\u00ad', '')}`,
      text?.address && `${mail.outside.place}: ${text.address}`,
    ]
      .filter(Boolean)
      .join('\n'),
    tiding ? null : partners.mail.private,
    `${mail.closing}\n${signature}`,
  ]
  const subject = tiding
    ? partners.mail.subject(there ?? `#${report.number}`, partners.short[tiding])
    : partners.mail.instructionSubject(there ?? `#${report.number}`)
  return { language: 'de', subject, parts: parts.filter((part): part is MailPart => Boolean(part)) }
}
