/** Tells one person that a town fails the standard, or that its grace period is over. */
import { formatDate, words } from '../../client/i18n/index.ts'
import { clerk as clerkPaths } from '../../client/paths.ts'
import { LANGUAGES } from '../../tenants/languages.ts'
import type { Ctx } from '../context.ts'
import { htmlOf } from '../notifications/mail-html.ts'
import { type MailPart, textOf } from '../notifications/mail-parts.ts'
import type { Mailer, MailMessage } from '../ports.ts'
import { failingOf, graceEnds } from './conformance.ts'
import { titleOf } from './conformance-in-words.ts'
import { type ConformanceRow, findConformanceRow, listConformanceReaders } from './conformance-rows.ts'
import type { Platform } from './recheck-conformance.ts'

type Reader = Awaited<ReturnType<typeof listConformanceReaders>>[number]
type Outlets = { mailer: Mailer; platform: Platform }

/** What has been put right meanwhile is told to nobody, nor is somebody who has left. @throws DeliveryError */
export async function tellConformance(ctx: Ctx, { mailer, platform }: Outlets, personId: string): Promise<void> {
  const { key } = ctx.town
  const { last, reader } = await ctx.database.inTransaction(null, async (db) => ({
    last: await findConformanceRow(db, key),
    reader: (await listConformanceReaders(db, key)).find(({ id }) => id === personId),
  }))
  if (!last?.failingSince || !reader) return
  await mailer.send(composeMail(ctx, last, reader, platform.url(clerkPaths.conformance(key))))
}

function composeMail({ town, now }: Ctx, last: ConformanceRow, reader: Reader, link: string): MailMessage {
  const language = LANGUAGES.find((one) => one === reader.language) ?? 'de'
  const { common, conformance } = words(language)
  const { mail } = conformance
  const { name } = town
  const until = formatDate(language, graceEnds(last.failingSince!), now())
  const isWithdrawn = last.badgeWithdrawnAt !== null
  const text = isWithdrawn ? mail.withdrawn.text(name) : mail.began.text(name, until)
  const lacking = failingOf(last.lines).map((line) => `- ${titleOf(language, line)}`)
  const subject = isWithdrawn ? mail.withdrawn.subject(name) : mail.began.subject(name)
  const parts: MailPart[] = [
    mail.greeting(reader.name),
    text,
    [mail.missing, ...lacking].join('\n'),
    { lead: mail.look, url: link },
    [mail.closing, common.product].join('\n'),
  ]
  return {
    to: reader.email,
    fromName: common.product,
    replyTo: town.mail.replyTo,
    subject,
    text: textOf(parts),
    html: htmlOf({ language, subject, accent: town.theme.accent, parts }),
    messageId: `${reader.id}.${isWithdrawn ? 'withdrawn' : 'began'}.${last.failingSince!.getTime()}.${town.key}`,
  }
}
