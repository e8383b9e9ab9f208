import { z } from 'zod'
import { type Ctx, inTransaction } from '../context.ts'
import { invalid } from '../errors.ts'
import { requireClerkOf } from '../people/permissions.ts'
import { plainText } from '../plain-text.ts'
import { giveToPartner, PARTNER_DAYS } from './give-to-partner.ts'
import { InternalWords, Seen } from './inputs.ts'
import { recordEvent } from './record-event.ts'
import { requirePossible } from './require-possible.ts'
import { addNoteRow, getReportRow, moveReportRow } from './rows.ts'

const emptyIsAbsent = (value: unknown) => (value === '' ? undefined : value)

export const InvolvePartner = Seen.extend({
  /** One of the town's partners: it gets a link by mail. */
  partnerKey: z.preprocess(emptyIsAbsent, z.string().max(63).optional()),
  /** Anybody else, by name; the town reaches them by itself. */
  partner: z.preprocess(emptyIsAbsent, plainText().trim().min(2).max(120).optional()),
  instruction: InternalWords,
  days: z.coerce.number().int().min(1).max(365).default(PARTNER_DAYS),
}).superRefine(({ partnerKey, partner }, ctx) => {
  if (!partnerKey && !partner) ctx.addIssue({ code: 'custom', path: ['partner'], message: 'partner_missing' })
})

/** Somebody outside does the work; the town stays in charge. */
export function involvePartner(ctx: Ctx, input: z.infer<typeof InvolvePartner>) {
  return inTransaction(ctx, async (ctx) => {
    const report = await getReportRow(ctx, input.number)
    const clerk = requireClerkOf(ctx, report.department)
    requirePossible('involvePartner', report, input.version)
    const key = input.partnerKey ?? null
    const name = key === null ? input.partner : ctx.town.partners.find((one) => one.key === key)?.name
    if (!name) throw invalid([{ pointer: '/partnerKey', reason: 'partner_unknown' }])

    const noteId = await addNoteRow(ctx, { reportId: report.id, authorId: clerk.personId, text: input.instruction })
    const { change, facts } = await giveToPartner(ctx, report.id, { name, key, days: input.days })
    const given = await moveReportRow(ctx, report, input.version, change)
    await recordEvent(ctx, given, 'partner_involved', { from: report.status, ...facts, noteId })
    return given
  })
}
