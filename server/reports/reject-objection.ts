import type { z } from 'zod'
import { type Ctx, inTransaction } from '../context.ts'
import { conflict } from '../errors.ts'
import { requireClerkOf } from '../people/permissions.ts'
import { PublicWords, Seen } from './inputs.ts'
import { recordEvent } from './record-event.ts'
import { requireSeen } from './require-possible.ts'
import { getReportRow, moveReportRow } from './rows.ts'

export const RejectObjection = Seen.extend({ answer: PublicWords })

/** It stays closed, and the reporter is told why. */
export function rejectObjection(ctx: Ctx, input: z.infer<typeof RejectObjection>) {
  return inTransaction(ctx, async (ctx) => {
    const report = await getReportRow(ctx, input.number)
    requireClerkOf(ctx, report.department)
    requireSeen(report, input.version)
    if (!report.objectionAt) throw conflict('not_possible_now', { number: report.number })
    const moved = await moveReportRow(ctx, report, input.version, { objectionAt: null })
    await recordEvent(ctx, moved, 'objection_rejected', { answer: input.answer })
    return moved
  })
}
