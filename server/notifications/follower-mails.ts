/** Mails to people who follow a report of somebody else: public facts only, never unreleased words or a question. */
import { formatDate, words } from '../../client/i18n/index.ts'
import { town as townPaths } from '../../client/paths.ts'
import { LANGUAGES, type Language } from '../../tenants/languages.ts'
import { type Ctx, inTransaction, type TxCtx } from '../context.ts'
import type { Mailer } from '../ports.ts'
import { followToken } from '../reports/follow-link.ts'
import { type FollowerRow, findFollowerRow } from '../reports/follower-rows.ts'
import { presentReport } from '../reports/present.ts'
import { type EventRow, findTextRow, getReportRowById, type ReportRow, type TextRow } from '../reports/rows.ts'
import { letterOf } from './letter.ts'
import type { MailPart } from './mail-parts.ts'
import type { Mail } from './messages.ts'
import { TOLD_TO_FOLLOWERS } from './recipients.ts'

type Outlets = { mailer: Mailer; urlOf: (ctx: Ctx, path: string) => string }
type Around = { report: ReportRow; text: TextRow | null; urlOf: (path: string) => string }

/** The mail by which a follower confirms; nothing when that is done or forgotten meanwhile. */
export async function askToConfirm(ctx: Ctx, { mailer, urlOf }: Outlets, followerId: string): Promise<void> {
  const letter = await inTransaction(ctx, async (tx) => {
    const follower = await findFollowerRow(tx, followerId)
    if (!follower?.email || follower.confirmedAt) return null
    const report = await getReportRowById(tx, follower.reportId)
    if (report.visibility !== 'shown') return null
    const text = await findTextRow(tx, report.id)
    const mail = await composeConfirmation(tx, follower, { report, text, urlOf: (path) => urlOf(ctx, path) })
    return { to: follower.email, mail }
  })
  if (!letter) return
  const messageId = `${followerId}.${ctx.now().getTime()}.${ctx.town.key}`
  await mailer.send({ ...letterOf(ctx, letter.mail), to: letter.to, messageId })
}

async function composeConfirmation(ctx: TxCtx, follower: FollowerRow, around: Around): Promise<Mail> {
  const language = languageOf(follower)
  const { mail } = words(language).after.follow
  const url = around.urlOf(townPaths('').following(await followToken(ctx, follower)))
  const { number } = around.report
  return {
    language,
    subject: mail.confirmSubject(number),
    parts: [
      mail.greeting,
      mail.confirmText(factsOf(ctx, language, around)),
      { lead: mail.confirmLink, url },
      signature(ctx, language),
    ],
  }
}

/** What has happened, for one follower. */
export async function composeFollowerMail(
  ctx: TxCtx,
  follower: FollowerRow,
  { event, ...around }: Around & { event: EventRow },
): Promise<Mail> {
  const language = languageOf(follower)
  const { mail } = words(language).after.follow
  const said = TOLD_TO_FOLLOWERS[event.action as keyof typeof TOLD_TO_FOLLOWERS]
  const { subject, paragraphs } = mail[said](factsOf(ctx, language, around, event))
  const stopUrl = around.urlOf(townPaths('').following(await followToken(ctx, follower)))
  const url = around.urlOf(townPaths('').publicReport(event.facts.into ?? around.report.number))
  const parts: (MailPart | null)[] = [
    mail.greeting,
    ...paragraphs,
    { lead: mail.seeLink, url },
    signature(ctx, language),
    { lead: mail.endLink, url: stopUrl, isQuiet: true },
  ]
  return { language, subject, parts: parts.filter((part): part is MailPart => Boolean(part)), stopUrl }
}

function factsOf({ town }: TxCtx, language: Language, { report, text }: Around, event?: EventRow) {
  const category = town.categories.find((one) => one.key === report.category)
  const { date, partner, answer, into } = event?.facts ?? {}
  return {
    number: report.number,
    category: (category?.name[language] ?? report.category).replaceAll('\u00ad', ''),
    place: presentReport({ report, text }).address,
    date: date ? formatDate(language, new Date(`${date}T12:00:00Z`)) : null,
    partner: partner ?? null,
    answer: answer ?? null,
    into: into ?? null,
  }
}

function signature({ town }: TxCtx, language: Language): string {
  const { closing } = words(language).mail
  const { contact, officialName } = town
  return [closing, officialName, [contact.phone, contact.email].filter(Boolean).join(' · ')].join('\n')
}

function languageOf({ language }: FollowerRow): Language {
  return LANGUAGES.find((one) => one === language) ?? 'de'
}
