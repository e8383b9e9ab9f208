import type { z } from 'zod'
import { type Ctx, inTransaction, type TxCtx } from '../context.ts'
import { conflict } from '../errors.ts'
import { requireSystem } from '../people/permissions.ts'
import { restedUntil } from './clock.ts'
import { Seen } from './inputs.ts'
import { recordEvent } from './record-event.ts'
import { requirePossible } from './require-possible.ts'
import { getReportRow, getReportRowById, moveReportRow } from './rows.ts'

export const ExpireQuestion = Seen

/** Nobody answered in time. The history says so and pretends no answer. */
export function expireQuestion(ctx: Ctx | TxCtx, input: z.infer<typeof ExpireQuestion>) {
  return inTransaction(ctx, async (ctx) => {
    requireSystem(ctx)
    const report = await getReportRow(ctx, input.number)
    requirePossible('expireQuestion', report, input.version)
    if (report.questionUntil && report.questionUntil > ctx.now()) throw conflict('not_yet')

    const expired = await moveReportRow(ctx, report, input.version, await restedUntil(ctx, report))
    await recordEvent(ctx, expired, 'question_expired', { from: report.status, to: expired.status })
    return expired
  })
}

/**
 * The clock's side: a question that was answered meanwhile is left alone.
 * @returns when to come back, for one that was asked anew for longer, or when the clock has gone back
 */
export function expireQuestionIfDue(ctx: Ctx, reportId: string): Promise<Date | null> {
  return inTransaction(ctx, async (ctx) => {
    const report = await getReportRowById(ctx, reportId)
    if (report.status !== 'question' || report.questionUntil === null) return null
    if (report.questionUntil > ctx.now()) return report.questionUntil
    await expireQuestion(ctx, { number: report.number, version: report.version })
    return null
  })
}
