import { z } from 'zod'
import { type Ctx, inTransaction, type TxCtx } from '../context.ts'
import { invalid } from '../errors.ts'
import { requireClerkOf, requireRouting } from '../people/permissions.ts'
import { listColleagueRows } from '../people/rows.ts'
import { Seen } from './inputs.ts'
import { recordEvent } from './record-event.ts'
import { getReportRow, moveReportRow } from './rows.ts'

export const AssignReport = Seen.extend({
  department: z.string().min(1).max(63).optional(),
  /** Empty: nobody in particular. */
  clerkId: z.preprocess((value) => (value === '' ? null : value), z.uuid().nullable()).optional(),
})

/** Gives it to a department, or to a person in it. A report never leaves the town this way. */
export function assignReport(ctx: Ctx | TxCtx, input: z.infer<typeof AssignReport>) {
  return inTransaction(ctx, async (ctx) => {
    const report = await getReportRow(ctx, input.number)
    requireClerkOf(ctx, report.department)
    const department = input.department ?? report.department
    if (!ctx.town.departments.some((one) => one.key === department)) {
      throw invalid([{ pointer: '/department', reason: 'department_unknown' }])
    }
    const moves = department !== report.department
    if (moves) requireRouting(ctx)
    const clerkId = input.clerkId === undefined ? (moves ? null : report.clerkId) : input.clerkId
    if (clerkId && !(await listColleagueRows(ctx, department)).some((one) => one.id === clerkId)) {
      throw invalid([{ pointer: '/clerkId', reason: 'person_unknown' }])
    }
    const assigned = await moveReportRow(ctx, report, input.version, {
      department,
      clerkId,
      ...(moves ? { routedBecause: { by: 'assigned', department } } : {}),
    })
    await recordEvent(ctx, assigned, 'assigned', { department, clerkId })
    return assigned
  })
}
