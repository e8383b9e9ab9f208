import { z } from 'zod'
import { type Ctx, inTransaction } from '../context.ts'
import { requireClerkOf } from '../people/permissions.ts'
import { plainText } from '../plain-text.ts'
import { InternalWords, Seen } from './inputs.ts'
import { recordEvent } from './record-event.ts'
import { requirePossible } from './require-possible.ts'
import { addNoteRow, getReportRow, moveReportRow } from './rows.ts'
import { TRANSITIONS } from './status.ts'

const DAY_MS = 86_400_000

export const InvolvePartner = Seen.extend({
  /** How the public label names the partner: "Bei Stadtwerken". */
  partner: plainText().trim().min(2).max(120),
  instruction: InternalWords,
  days: z.coerce.number().int().min(1).max(365).default(14),
})

/** Somebody outside does the work; the town stays in charge. */
export function involvePartner(ctx: Ctx, input: z.infer<typeof InvolvePartner>) {
  return inTransaction(ctx, async (ctx) => {
    const report = await getReportRow(ctx, input.number)
    const clerk = requireClerkOf(ctx, report.department)
    requirePossible('involvePartner', report, input.version)

    const now = ctx.now()
    const noteId = await addNoteRow(ctx, { reportId: report.id, authorId: clerk.personId, text: input.instruction })
    const given = await moveReportRow(ctx, report, input.version, {
      status: TRANSITIONS.involvePartner.to,
      partner: input.partner,
      partnerUntil: new Date(now.getTime() + input.days * DAY_MS),
    })
    const { from, to } = { from: report.status, to: given.status }
    await recordEvent(ctx, given, 'partner_involved', { from, to, partner: input.partner, noteId })
    return given
  })
}
