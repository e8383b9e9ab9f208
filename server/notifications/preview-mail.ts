/** The mail that a step would send, before it is taken: the same words by the same composer. */
import { z } from 'zod'
import { words } from '../../client/i18n/index.ts'
import type { Language } from '../../tenants/languages.ts'
import { type Ctx, inTransaction } from '../context.ts'
import { requireClerkOf } from '../people/permissions.ts'
import { ReportNumber } from '../reports/inputs.ts'
import { type ContactRow, findContactRow, findTextRow, getReportRow, type ReportRow } from '../reports/rows.ts'
import { textOf } from './mail-parts.ts'
import { composeMail } from './messages.ts'
import type { Told } from './recipients.ts'

/** Steps of a clerk of which the reporter hears, and the event that tells it. */
const EVENTS = {
  answer: 'answered',
  close: 'closed',
  decline: 'declined',
  handOver: 'handed_over',
  schedule: 'scheduled',
  ask: 'asked',
  involvePartner: 'partner_involved',
  reopen: 'reopened',
} as const satisfies Record<string, Told>
export type PreviewedAction = keyof typeof EVENTS

export const isPreviewed = (action: string): action is PreviewedAction => Object.hasOwn(EVENTS, action)

/** As far as it is filled in; nothing here is refused. */
const Typed = z.object({
  answer: z.string().max(4000).optional().catch(undefined),
  text: z.string().max(4000).optional().catch(undefined),
  silent: z.string().optional(),
  reason: z.string().max(63).optional().catch(undefined),
  date: z.iso.date().optional().catch(undefined),
  days: z.coerce.number().int().min(1).max(60).optional().catch(undefined),
  partner: z.string().max(120).optional().catch(undefined),
  partnerKey: z.string().max(63).optional().catch(undefined),
})

export const PreviewMail = z.object({
  number: ReportNumber,
  action: z.custom<PreviewedAction>((value) => typeof value === 'string' && isPreviewed(value)),
  typed: Typed,
})

type WhyNobody = 'silent' | 'no_email' | 'muted' | 'undeliverable'
export type MailPreview = { to: string; language: Language; subject: string; text: string } | { nobody: WhyNobody }

/** @throws not_found for a clerk of another town, forbidden for one of another department */
export function previewMail(ctx: Ctx, { number, action, typed }: z.infer<typeof PreviewMail>): Promise<MailPreview> {
  return inTransaction(ctx, async (ctx) => {
    const report = await getReportRow(ctx, number)
    requireClerkOf(ctx, report.department)
    const contact = await findContactRow(ctx, report.id)
    const nobody = whyNobody(contact, Boolean(typed.silent))
    if (nobody) return { nobody }

    // Staff never gets to see the link by which the reporter acts.
    const link = words(ctx.language).desk.preview.link
    const partner = ctx.town.partners.find(({ key }) => key === typed.partnerKey)?.name ?? typed.partner
    const mail = composeMail({
      town: ctx.town,
      action: EVENTS[action],
      facts: { answer: typed.answer?.trim() || undefined, reason: typed.reason, date: typed.date, partner },
      report: asItWillBe(report, ctx.now(), typed.days),
      place: (await findTextRow(ctx, report.id))?.address ?? null,
      question: action === 'ask' ? (typed.text ?? '') : null,
      isOwnEnd: true,
      trackingUrl: link,
      stopUrl: link,
    })
    const parts = mail.parts.filter((part) => typeof part === 'string' || !part.isQuiet)
    return { to: contact!.email!, language: mail.language, subject: mail.subject, text: textOf(parts) }
  })
}

const DAY_MS = 86_400_000

function asItWillBe(report: ReportRow, now: Date, days = 14): ReportRow {
  return { ...report, questionUntil: new Date(now.getTime() + days * DAY_MS) }
}

function whyNobody(contact: ContactRow | null, isSilent: boolean): WhyNobody | null {
  if (isSilent) return 'silent'
  if (!contact?.email) return 'no_email'
  if (contact.mutedAt) return 'muted'
  return contact.undeliverableAt ? 'undeliverable' : null
}
