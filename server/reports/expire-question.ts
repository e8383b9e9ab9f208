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

/** The clock's side: a question that was answered meanwhile, or asked anew for longer, is left alone. */
export function expireQuestionIfDue(ctx: Ctx, reportId: string) {
  return inTransaction(ctx, async (ctx) => {
    const report = await getReportRowById(ctx, reportId)
    const isOver = report.status === 'question' && report.questionUntil !== null && report.questionUntil <= ctx.now()
    if (isOver) await expireQuestion(ctx, { number: report.number, version: report.version })
  })
}
