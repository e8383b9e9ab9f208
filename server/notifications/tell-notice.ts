/** Mails to whoever complained about public content: that it has arrived, and what became of it. */
import { words } from '../../client/i18n/index.ts'
import { town as townPaths } from '../../client/paths.ts'
import { LANGUAGES } from '../../tenants/languages.ts'
import { type Ctx, inTransaction } from '../context.ts'
import type { Mailer } from '../ports.ts'
import { findNoticeRow, type NoticeRow } from '../reports/notice-rows.ts'
import { getReportRowById } from '../reports/rows.ts'
import { letterOf } from './letter.ts'

type Outlets = { mailer: Mailer; urlOf: (ctx: Ctx, path: string) => string }

/** @param id the row of a due work row of kind `tell_notice`, which comes once when it is sent and once when decided */
export async function tellNotice(ctx: Ctx, { mailer, urlOf }: Outlets, id: string): Promise<void> {
  const found = await inTransaction(ctx, async (ctx) => {
    const notice = await findNoticeRow(ctx, id)
    return notice?.email ? { notice, report: await getReportRowById(ctx, notice.reportId) } : null
  })
  if (!found) return
  const { notice, report } = found
  const url = report.visibility === 'shown' ? urlOf(ctx, townPaths('').publicReport(report.number)) : undefined
  const messageId = `${id}.${notice.decidedAt ? 'decided' : 'received'}.${ctx.town.key}`
  await mailer.send({ ...composeNotice(ctx, notice, { number: report.number, url }), to: notice.email!, messageId })
}

function composeNotice(ctx: Ctx, notice: NoticeRow, { number, url }: { number: number; url: string | undefined }) {
  const language = LANGUAGES.find((one) => one === notice.language) ?? 'de'
  const { mail: w } = words(language).protection.notice
  const said = notice.decision === 'hidden' || notice.decision === 'kept' ? notice.decision : null
  const parts = [
    w.greeting,
    said ? w.decided[said](number) : w.received(number),
    said && notice.answer,
    said ? w.disagree : w.person,
    url ? { lead: w.link, url, isQuiet: true } : null,
    [words(language).mail.closing, ctx.town.officialName].join('\n'),
  ].filter((part) => part !== null)
  const subject = said ? w.decidedSubject(number) : w.receivedSubject(number)
  return letterOf(ctx, { language, subject, parts })
}
