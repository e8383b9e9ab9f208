import { z } from 'zod'
import { type Ctx, inTransaction, type TxCtx } from '../context.ts'
import { personIdOf } from '../people/permissions.ts'
import { InternalWords, Seen } from './inputs.ts'
import { revokeLinkRows } from './link-rows.ts'
import { recordEvent } from './record-event.ts'
import { requirePossible } from './require-possible.ts'
import { requireWorkerOrPartnerOf } from './require-worker.ts'
import { addNoteRow, getReportRow, moveReportRow } from './rows.ts'
import { TRANSITIONS } from './status.ts'

/** What a partner says when giving it back. */
export const PARTNER_OUTCOMES = ['partner_done', 'partner_not_ours'] as const

export const ReturnFromPartner = Seen.extend({
  reason: z.enum(PARTNER_OUTCOMES).optional(),
  note: InternalWords.optional(),
})

/** The partner has replied, or the town takes the matter back. The town decides what follows. */
export function returnFromPartner(ctx: Ctx | TxCtx, input: z.infer<typeof ReturnFromPartner>) {
  return inTransaction(ctx, async (ctx) => {
    const report = await getReportRow(ctx, input.number)
    const worker = requireWorkerOrPartnerOf(ctx, report)
    requirePossible('returnFromPartner', report, input.version)

    const authorId = personIdOf(worker)
    const noteId = input.note && (await addNoteRow(ctx, { reportId: report.id, authorId, text: input.note }))
    const back = await moveReportRow(ctx, report, input.version, {
      status: TRANSITIONS.returnFromPartner.to,
      partner: null,
      partnerUntil: null,
    })
    await revokeLinkRows(ctx, report.id, 'partners')
    const partner = report.partner ?? undefined
    const { reason } = input
    await recordEvent(ctx, back, 'partner_returned', {
      from: report.status,
      to: back.status,
      partner,
      ...(reason ? { reason } : {}),
      ...(noteId ? { noteId } : {}),
    })
    return back
  })
}
