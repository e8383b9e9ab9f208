/** Words about a barrier, on their way to whoever answers for the pages; and their end with us. */
import { formatDate, words } from '../../client/i18n/index.ts'
import { type Ctx, inTransaction } from '../context.ts'
import type { Mailer, MailMessage } from '../ports.ts'
import { addDueWork } from '../reports/record-event.ts'
import { type FeedbackRow, findFeedbackRow, removeFeedbackRow } from './feedback-rows.ts'
import { htmlOf } from './mail-html.ts'
import { type MailPart, textOf } from './mail-parts.ts'

/** Weeks in which an answer is due at the latest (§ 5 BITVNRW; other Länder ask for less or the same). */
export const ANSWER_WITHIN_DAYS = 42
const DAY_MS = 86_400_000
/** The mail is with the town by then; a copy here would only be one more. */
const KEPT_DAYS = 7

export type FeedbackOutlets = { mailer: Mailer; platform: { mailbox: string } }

/** @param id the row of a due work row of kind `tell_feedback` */
export async function tellFeedback(ctx: Ctx, { mailer, platform }: FeedbackOutlets, id: string): Promise<void> {
  const row = await inTransaction(ctx, (ctx) => findFeedbackRow(ctx, id))
  if (!row) return
  await mailer.send(messageOf(ctx, row, platform.mailbox))
  const runAt = new Date(ctx.now().getTime() + KEPT_DAYS * DAY_MS)
  await inTransaction(ctx, (ctx) => addDueWork(ctx, { kind: 'erase_feedback', ref: id, runAt }))
}

export const eraseFeedback = (ctx: Ctx, id: string): Promise<void> =>
  inTransaction(ctx, (ctx) => removeFeedbackRow(ctx, id))

/** German, since town halls are. Answers go to the person, where there is an address. */
function messageOf(
  { town }: Ctx,
  { id, text, email, page, language, sentAt }: FeedbackRow,
  mailbox: string,
): MailMessage {
  const { common, feedback } = words('de')
  const { mail } = feedback
  const until = formatDate('de', new Date(sentAt.getTime() + ANSWER_WITHIN_DAYS * DAY_MS))
  const subject = mail.subject(town.officialName)
  const parts: (MailPart | null)[] = [
    mail.greeting,
    mail.why(town.officialName),
    text,
    page && `${mail.page}: ${page}`,
    language === 'de' ? null : `${mail.language}: ${language}`,
    email ? mail.answerTo(email, until) : mail.noAnswer,
    [mail.closing, common.product].join('\n'),
  ]
  const said = parts.filter((part): part is MailPart => Boolean(part))
  return {
    to: town.member ? town.contact.email : mailbox,
    fromName: common.product,
    replyTo: email ?? undefined,
    subject,
    text: textOf(said),
    html: htmlOf({ language: 'de', subject, accent: town.theme.accent, parts: said }),
    messageId: `${id}.${town.key}`,
  }
}
