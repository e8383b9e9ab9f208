/** What a mail says, in the reporter's language. */

import { formatDate, words } from '../../client/i18n/index.ts'
import type { EventFacts } from '../../db/schema/events.ts'
import { LANGUAGES, type Language } from '../../tenants/languages.ts'
import type { RegisteredTown } from '../context.ts'
import { nameOfOutside } from '../reports/outside-link.ts'
import type { ReportRow } from '../reports/rows.ts'
import type { MailPart } from './mail-parts.ts'
import type { Told } from './recipients.ts'

export type Occasion = {
  town: RegisteredTown
  action: Told
  facts: EventFacts
  report: ReportRow
  place: string | null
  question: string | null
  /** Whether the end told of is this report's own. */
  isOwnEnd: boolean
  trackingUrl: string
  stopUrl: string
}

/** Anchor of the question on the reporter's page. */
const RATING = 'zufriedenheit'

export type Mail = { language: Language; subject: string; parts: MailPart[]; stopUrl?: string }

export function composeMail(occasion: Occasion): Mail {
  const { town, action, facts, report, place, question, isOwnEnd, trackingUrl, stopUrl } = occasion
  const language = languageOf(report)
  const { mail } = words(language)
  const day = (date: Date | null) => (date ? formatDate(language, date) : null)
  const category = town.categories.find((one) => one.key === report.category)
  const department = town.departments.find((one) => one.key === report.department)
  const forwarded = action === 'submitted' && !town.member
  const { subject, paragraphs } = (forwarded ? mail.forwarded : mail[action])({
    number: report.number,
    category: (category?.name[language] ?? report.category).replaceAll('\u00ad', ''),
    place,
    department: department?.name ?? town.name,
    answerBy: formatDate(language, report.answerDueAt),
    date: day(facts.date ? new Date(`${facts.date}T12:00:00Z`) : null),
    until: day(report.questionUntil),
    partner: facts.partner ?? partnerAtOnce(town, action, report),
    by: facts.by ? nameOfOutside(town, facts.by) : null,
    town: town.officialName,
    answer: facts.answer ?? null,
    into: facts.into ?? null,
    question,
    instantAnswer: category?.instantAnswer?.[language] ?? null,
  })
  const signature = [mail.closing, ...signedBy(town, language)].join('\n')
  const link = { lead: mail.followLink, url: trackingUrl, note: mail.linkIsYours }
  const stop = { lead: mail.stop, url: stopUrl, isQuiet: true }
  const isEnd = action === 'closed' || action === 'declined' || action === 'handed_over'
  const rating = { lead: words(language).after.rating.mailLink, url: `${trackingUrl}#${RATING}`, isQuiet: true }
  const said = paragraphs.filter((one): one is string => Boolean(one))
  return {
    language,
    subject,
    parts: [mail.greeting, ...said, link, ...(isEnd && isOwnEnd ? [rating] : []), signature, stop],
    stopUrl,
  }
}

/** A town that has not joined signs nothing: the platform does. */
function signedBy({ member, officialName, contact }: RegisteredTown, language: Language): string[] {
  if (!member) return [words(language).common.product]
  return [officialName, [contact.phone, contact.email].filter(Boolean).join(' · ')]
}

/** The receipt names the partner to whom a rule gave the report as it came in. */
function partnerAtOnce({ partners }: RegisteredTown, action: Told, { routedBecause }: ReportRow): string | null {
  const key = action === 'submitted' && routedBecause.by === 'rule' ? routedBecause.partner : undefined
  return partners.find((one) => one.key === key)?.name ?? null
}

function languageOf({ language }: ReportRow): Language {
  return LANGUAGES.find((one) => one === language) ?? 'de'
}
