/** What reporters erase themselves, by the link to their own report. A repeat is harmless. */
import { z } from 'zod'
import { type Ctx, inTransaction, type TxCtx } from '../context.ts'
import { requireReporterOf } from '../people/permissions.ts'
import { ended } from '../reports/ending.ts'
import { ReportNumber } from '../reports/inputs.ts'
import { recordEvent } from '../reports/record-event.ts'
import { findContactRow, holdReportRow, moveReportRow, type ReportRow } from '../reports/rows.ts'
import { isOpen, TRANSITIONS } from '../reports/status.ts'
import { erasePart } from './erase-part.ts'
import { PARTS, type Part } from './erasure-rows.ts'

export const EraseOwn = z.object({ number: ReportNumber })
export type Input = z.infer<typeof EraseOwn>

/** Name, address and telephone number go; the report goes on, and nobody is written to any more. */
export function eraseOwnContact(ctx: Ctx, input: Input): Promise<ReportRow> {
  return inTransaction(ctx, async (ctx) => {
    const report = await holdOwn(ctx, input)
    if (!(await findContactRow(ctx, report.id))) return report
    const moved = await moveReportRow(ctx, report, report.version, {})
    await erase(ctx, moved, ['contact'])
    await recordEvent(ctx, moved, 'contact_removed', { reason: 'on_request' })
    return moved
  })
}

/**
 * Contact, words and photos go, also what the town wrote about them. An open report is withdrawn with it, since nobody
 * can work on one without words; the public page goes too. Number, category, place and history stay in the town hall.
 */
export function eraseOwnReport(ctx: Ctx, input: Input): Promise<ReportRow> {
  return inTransaction(ctx, async (ctx) => {
    const report = await holdOwn(ctx, input)
    if (report.textErasedAt && report.contactErasedAt && report.photosErasedAt && !isOpen(report.status)) return report
    const wasOpen = isOpen(report.status)
    const end = wasOpen ? ended(ctx, TRANSITIONS.withdraw.to, 'withdrawn') : {}
    const hidden = { visibility: 'hidden', textVisibility: 'hidden', objectionAt: null } as const
    const moved = await moveReportRow(ctx, report, report.version, { ...end, ...hidden })
    const wasThere = await erase(ctx, moved, PARTS)
    if (wasOpen) await recordEvent(ctx, moved, 'withdrawn', { from: report.status, to: moved.status })
    if (wasThere || wasOpen) await recordEvent(ctx, moved, 'erased_on_request', {}, wasOpen ? 1 : 0)
    return moved
  })
}

async function holdOwn(ctx: TxCtx, { number }: Input): Promise<ReportRow> {
  const report = await holdReportRow(ctx, number)
  requireReporterOf(ctx, report.id)
  return report
}

/** Due at once: whoever asks is not made to wait. */
async function erase(ctx: TxCtx, { id, changedAt: at }: ReportRow, parts: readonly Part[]): Promise<boolean> {
  let wasThere = false
  for (const part of parts) {
    if (await erasePart(ctx, { reportId: id, part, because: 'reporter', dueAt: at, at })) wasThere = true
  }
  return wasThere
}
