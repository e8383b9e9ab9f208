import { z } from 'zod'
import { type Ctx, inTransaction, type TxCtx } from '../context.ts'
import { conflict, notFound } from '../errors.ts'
import { requireClerkOf } from '../people/permissions.ts'
import { listPhotoRows, setPhotoRowVisibility } from '../photos/rows.ts'
import { PublicWords, Seen } from './inputs.ts'
import { decideNoticeRow, findNoticeRow } from './notice-rows.ts'
import { addDueWork, recordEvent } from './record-event.ts'
import { getReportRow, moveReportRow, type ReportRow } from './rows.ts'

/** What may be hidden. */
export const HIDEABLE = ['text', 'photos', 'report'] as const

export const DecideNotice = Seen.extend({
  notice: z.uuid(),
  decision: z.enum(['hidden', 'kept']),
  what: z.enum(HIDEABLE).default('text').catch('text'),
  /** Told to whoever sent it. */
  answer: PublicWords,
})

const CHANGES = { report: { visibility: 'hidden' }, text: { textVisibility: 'hidden' }, photos: {} } as const

/** A person hides what was complained about, or lets it stand; whoever sent it hears why. */
export function decideNotice(ctx: Ctx, input: z.infer<typeof DecideNotice>) {
  const { decision, what, answer } = input
  const isHidden = decision === 'hidden'
  return inTransaction(ctx, async (ctx) => {
    const report = await getReportRow(ctx, input.number)
    const { personId } = requireClerkOf(ctx, report.department)
    const notice = await findNoticeRow(ctx, input.notice)
    if (notice?.reportId !== report.id) throw notFound()

    const moved = await moveReportRow(ctx, report, input.version, isHidden ? CHANGES[what] : {})
    const isFirst = await decideNoticeRow(ctx, notice.id, { decision, answer, decidedBy: personId })
    if (!isFirst) throw conflict('not_possible_now', { number: report.number })
    if (isHidden && what === 'photos') await hidePhotos(ctx, report)
    await recordEvent(ctx, moved, 'notice_decided', { reason: notice.reason, to: decision })
    if (isHidden) {
      const facts = { what: what === 'photos' ? ('photo' as const) : what, visibility: 'hidden' }
      await recordEvent(ctx, moved, 'visibility_changed', facts, 1)
    }
    if (notice.email) await addDueWork(ctx, { kind: 'tell_notice', ref: notice.id, runAt: ctx.now() })
    return moved
  })
}

async function hidePhotos(ctx: TxCtx, report: ReportRow): Promise<void> {
  const shown = (await listPhotoRows(ctx, report.id)).filter(({ visibility }) => visibility === 'shown')
  for (const { id } of shown) await setPhotoRowVisibility(ctx, id, 'hidden')
}
