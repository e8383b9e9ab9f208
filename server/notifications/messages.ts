/** What a mail says, in the reporter's language. */

import { formatDate, words } from '../../client/i18n/index.ts'
import type { EventFacts } from '../../db/schema/events.ts'
import { LANGUAGES, type Language } from '../../tenants/languages.ts'
import type { RegisteredTown } from '../context.ts'
import type { ReportRow } from '../reports/rows.ts'
import type { Told } from './recipients.ts'

export type Occasion = {
  town: RegisteredTown
  action: Told
  facts: EventFacts
  report: ReportRow
  place: string | null
  question: string | null
  trackingUrl: string
}

export function composeMail({ town, action, facts, report, place, question, trackingUrl }: Occasion): {
  subject: string
  body: string
} {
  const language = languageOf(report)
  const { mail } = words(language)
  const day = (date: Date | null) => (date ? formatDate(language, date) : null)
  const category = town.categories.find((one) => one.key === report.category)
  const department = town.departments.find((one) => one.key === report.department)
  const { subject, paragraphs } = mail[action]({
    number: report.number,
    category: (category?.name[language] ?? report.category).replaceAll('\u00ad', ''),
    place,
    department: department?.name ?? town.name,
    answerBy: formatDate(language, report.answerDueAt),
    date: day(facts.date ? new Date(`${facts.date}T12:00:00Z`) : null),
    until: day(report.questionUntil),
    partner: facts.partner ?? null,
    answer: facts.answer ?? null,
    question,
    instantAnswer: category?.instantAnswer?.[language] ?? null,
  })
  const signature = [
    mail.closing,
    town.officialName,
    [town.contact.phone, town.contact.email].filter(Boolean).join(' · '),
  ].join('\n')
  const link = [mail.followLink, trackingUrl, mail.linkIsYours].join('\n')
  return { subject, body: [mail.greeting, ...paragraphs.filter(Boolean), link, signature].join('\n\n') }
}

function languageOf({ language }: ReportRow): Language {
  return LANGUAGES.find((one) => one === language) ?? 'de'
}
